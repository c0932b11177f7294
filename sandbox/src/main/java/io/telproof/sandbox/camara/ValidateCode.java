package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a code against the one that was sent: one-time-password-sms 1.1, validateCode. A right code
 * is answered by status 204. One status and code stands for a code that is too old, that was
 * replaced by a newer one, and that was accepted before.
 */
final class ValidateCode implements Operation {
  private static final String ID = "authenticationId";
  private static final String PREFIX = "ONE_TIME_PASSWORD_SMS.";

  private final SentCodes codes;

  ValidateCode(SentCodes codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return "validateCode";
  }

  @Override
  public List<String> paths() {
    return List.of("/one-time-password-sms/v1/validate-code");
  }

  @Override
  public Set<String> scopes() {
    return Set.of(SendCode.SCOPE);
  }

  @Override
  public List<Property> properties() {
    return List.of(
        Property.required(ID, Property.matching(".{1,36}")),
        Property.required("code", Property.matching(".{1,10}")));
  }

  /** The body has none: the number is the one that the code was sent to. */
  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    return codes
        .number(body.path(ID).asText())
        .orElseThrow(() -> new Refusal(404, "NOT_FOUND", "The authenticationId is not known."));
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    return switch (question.scenario()) {
      case CODE_EXPIRED, ALREADY_VERIFIED -> throw expired();
      case CODE_ATTEMPTS_EXHAUSTED -> throw exhausted();
      case CODE_CHECK_FAILED -> throw Refusal.internal();
      case UNLISTED_VERDICT ->
          throw new Refusal(400, PREFIX + "PERHAPS", "A code that no API description has.");
      default -> checked(question);
    };
  }

  private Answer checked(Question question) throws Refusal {
    boolean right = question.scenario() != Scenario.CODE_WRONG;
    return switch (codes.check(question.text(ID), question.text("code"), right, question.now())) {
      case ACCEPTED -> Answer.withoutBody("accepted");
      case WRONG -> throw new Refusal(400, PREFIX + "INVALID_OTP", "The code is another.");
      case EXPIRED -> throw expired();
      case EXHAUSTED -> throw exhausted();
    };
  }

  private static Refusal expired() {
    return new Refusal(400, PREFIX + "VERIFICATION_EXPIRED", "The code is over.");
  }

  private static Refusal exhausted() {
    return new Refusal(400, PREFIX + "VERIFICATION_FAILED", "There were too many wrong codes.");
  }
}
