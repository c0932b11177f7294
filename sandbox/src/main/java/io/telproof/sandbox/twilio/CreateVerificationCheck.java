package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a code against the one that was sent: Verify v2, CreateVerificationCheck. A wrong code is
 * HTTP 200 and {@code pending}; the sixth try is 429; a verification that is over is 404, whatever
 * ended it.
 */
final class CreateVerificationCheck implements Operation {

  private static final String BY_SID = "VerificationSid";

  private final String serviceSid;
  private final Verifications verifications;

  CreateVerificationCheck(String serviceSid, Verifications verifications) {
    this.serviceSid = serviceSid;
    this.verifications = verifications;
  }

  @Override
  public String name() {
    return "CreateVerificationCheck";
  }

  /** The one that the code was sent to, where the verification is told by its name. */
  @Override
  public String contact(String path, Map<String, String> told) throws Refusal {
    if (!path.equals(serviceSid)) {
      throw Refusal.notFound();
    }
    int length = told.getOrDefault("Code", "").length();
    if (length < 4 || length > 10) {
      throw Refusal.parameter("Code");
    }
    String sid = told.getOrDefault(BY_SID, "");
    String to = told.getOrDefault("To", "");
    if (sid.isEmpty() == to.isEmpty()) {
      throw Refusal.parameter("To");
    }
    return sid.isEmpty() ? to : verifications.contact(sid).orElseThrow(Refusal::notFound);
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    Verifications.Verification verification = find(question).orElseThrow(Refusal::notFound);
    switch (question.scenario()) {
      case WRONG_NUMBER -> throw Refusal.parameter("To");
      case BUSY, THROTTLED -> throw Refusal.throttled();
      case CODE_CHECK_FAILED -> throw Refusal.internal();
      case ALREADY_VERIFIED -> throw Refusal.notFound();
      case CODE_EXPIRED -> {
        if (question.even()) {
          throw Refusal.notFound();
        }
        return status(verification, "expired");
      }
      case DAILY_LIMIT, CODE_ATTEMPTS_EXHAUSTED -> {
        if (question.even()) {
          throw new Refusal(429, 60202, "Max check attempts reached");
        }
        return status(verification, "max_attempts_reached");
      }
      case UNLISTED_VERDICT -> {
        return status(verification, "perhaps");
      }
      default -> {
        boolean right = question.scenario() != Scenario.CODE_WRONG;
        boolean approved = verifications.check(verification, question.text("Code"), right);
        return status(verification, approved ? "approved" : "pending");
      }
    }
  }

  private Optional<Verifications.Verification> find(Question question) {
    String sid = question.text(BY_SID);
    return verifications
        .of(question.contact(), question.now())
        .filter(each -> sid.isEmpty() || each.sid().equals(sid));
  }

  private Answer status(Verifications.Verification verification, String status) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("sid", verification.sid()).put("service_sid", serviceSid);
    body.put("to", verification.contact()).put("status", status);
    body.put("valid", status.equals("approved"));
    return new Answer(200, body, status, Billing.UNSTATED);
  }
}
