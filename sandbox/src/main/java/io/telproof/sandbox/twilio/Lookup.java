package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks one package about a number: Lookup v2. Whether the number can exist is told always, and is
 * free; a package's error stands in its object, with HTTP 200.
 */
final class Lookup implements Operation {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private static final List<String> PACKAGES =
      List.of(
          "caller_name",
          "sim_swap",
          "call_forwarding",
          "line_status",
          "line_type_intelligence",
          "identity_match",
          "reassigned_number",
          "sms_pumping_risk",
          "phone_number_quality_score",
          "pre_fill");

  /** Whose data must not leave where it is: they are asked about in Ireland alone. */
  private static final String[] EUROPE = {"31", "33", "34", "39", "44", "49"};

  private static final Set<String> BY_REGION = Set.of("sim_swap", "identity_match");

  private final LookupPackage asked;
  private final String region;

  Lookup(LookupPackage asked, String region) {
    this.asked = asked;
    this.region = region;
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  @Override
  public String name() {
    return asked.name();
  }

  @Override
  public String contact(String path, Map<String, String> told) {
    return path;
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    boolean valid = isNumber(question.contact()) && question.scenario() != Scenario.WRONG_NUMBER;
    ObjectNode body = body(question, valid);
    if (!valid) {
      return new Answer(200, body, "invalid", Billing.FREE);
    }
    try {
      refuse(question);
      LookupPackage.Finding found = asked.find(question);
      found.found().ifPresent(object -> put(body, object, found.error(), question));
      return new Answer(200, body, found.verdict(), found.billing());
    } catch (PackageError e) {
      put(body, JsonNodeFactory.instance.objectNode(), e.code(), question);
      return e.isLookedUp()
          ? new Answer(200, body, Integer.toString(e.code()), asked.lookedUp())
          : Answer.refused(body, asked.name(), e.code());
    }
  }

  private void put(ObjectNode body, ObjectNode found, int error, Question question) {
    body.set(asked.name(), found);
    if (error == 0) {
      found.putNull("error_code");
    } else if (question.even()) {
      found.put("error_code", error);
    } else {
      // Promised as a number, and read by clients as either.
      found.put("error_code", Integer.toString(error));
    }
  }

  /** The scenarios in which every package has an error. */
  private void refuse(Question question) throws PackageError {
    asked.check(question.told());
    if (region.equals("us1") && BY_REGION.contains(asked.name()) && question.isOf(EUROPE)) {
      throw PackageError.refused(60614);
    }
    switch (question.scenario()) {
      case NO_RECORD -> throw PackageError.found(60600);
      case NOT_COVERED -> throw PackageError.refused(notCovered(question));
      case BUSY -> throw PackageError.found(question.even() ? 60608 : 60613);
      case DAILY_LIMIT -> throw PackageError.refused(question.even() ? 60626 : 60611);
      case THROTTLED -> throw PackageError.refused(60616);
      case NOT_ACTIVATED_SERVICE -> throw PackageError.refused(question.even() ? 60606 : 60609);
      case ACCOUNT_UNVERIFIED -> throw PackageError.refused(60624);
      default -> {}
    }
  }

  private static int notCovered(Question question) {
    if (question.digit() == 9) {
      return 60612;
    }
    return question.even() ? 60607 : 60610;
  }

  private static ObjectNode body(Question question, boolean valid) {
    boolean american = question.contact().startsWith("+1");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("calling_country_code", american ? "1" : null);
    body.put("country_code", american ? "US" : null);
    body.put("phone_number", question.contact());
    body.putNull("national_format");
    body.put("valid", valid);
    ArrayNode errors = body.putArray("validation_errors");
    if (!valid) {
      errors.add(question.contact().length() > 15 ? "TOO_LONG" : "INVALID_LENGTH");
    }
    PACKAGES.forEach(body::putNull);
    body.putNull("url");
    return body;
  }
}
