package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a number's owner has been the operator's customer since a day: kyc-tenure 0.2,
 * checkTenure. The operator's days are those of UTC.
 */
final class CheckTenure implements Operation {
  private static final String DATE = "tenureDate";
  private static final String VERDICT = "tenureDateCheck";

  @Override
  public String name() {
    return "checkTenure";
  }

  @Override
  public List<String> paths() {
    return List.of("/kyc-tenure/v0.2/check-tenure");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("kyc-tenure:check-tenure");
  }

  @Override
  public List<Property> properties() {
    return List.of(
        Property.required(DATE, Property::date),
        Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return Identifiers.single(body, ofToken);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    LocalDate today = LocalDate.ofInstant(question.now(), ZoneOffset.UTC);
    LocalDate date = LocalDate.parse(question.text(DATE));
    if (date.isAfter(today)) {
      throw Refusal.outOfRange("The tenureDate is in the future.");
    }
    boolean kept = !date.isBefore(today.minusMonths(months(question.scenario())));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (question.scenario()) {
      case UNDISCLOSED -> {
        if (question.even()) {
          throw Refusal.notApplicable();
        }
        throw Refusal.outOfRange("The tenureDate is further back than is told.");
      }
      case NO_RECORD, NOT_COVERED -> throw Refusal.unknownNumber();
      case SPELLINGS -> body.put(VERDICT, Boolean.toString(kept));
      case HOLES -> {}
      case UNLISTED_VERDICT -> body.put(VERDICT, "perhaps");
      default -> body.put(VERDICT, kept);
    }
    body.put("contractType", contract(question));
    return Answer.of(body.path(VERDICT).asText(), body);
  }

  /** How long the number's owner has been a customer. */
  private static int months(Scenario scenario) {
    return switch (scenario) {
      case SUSPENDED -> 18;
      case CANCELLED -> 9;
      case VACANT -> 4;
      case OFF_NETWORK -> 1;
      default -> 30;
    };
  }

  private static String contract(Question question) {
    if (question.scenario() == Scenario.UNREADABLE_REST) {
      return "on a napkin";
    }
    return List.of("PAYM", "PAYG", "Business").get(question.digit() % 3);
  }
}
