package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a one-time code in a message of the caller's: one-time-password-sms 1.1, sendCode. The
 * number stands in the body whatever the access token.
 */
final class SendCode implements Operation {
  static final String SCOPE = "one-time-password-sms:send-validate";

  private static final String PREFIX = "ONE_TIME_PASSWORD_SMS.";

  private final SentCodes codes;

  SendCode(SentCodes codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return "sendCode";
  }

  @Override
  public List<String> paths() {
    return List.of("/one-time-password-sms/v1/send-code");
  }

  @Override
  public Set<String> scopes() {
    return Set.of(SCOPE);
  }

  @Override
  public List<Property> properties() {
    return List.of(
        Property.required(Identifiers.PHONE_NUMBER, Property::phoneNumber),
        Property.required("message", Property.matching("(?=.*\\{\\{code}}).{1,160}")));
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) {
    return body.path(Identifiers.PHONE_NUMBER).asText();
  }

  @Override
  public Refusal usedUp() {
    return new Refusal(
        403, PREFIX + "MAX_OTP_CODES_EXCEEDED", "Too many codes were sent to this number.");
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    switch (question.scenario()) {
      case SENDING_LIMITED -> throw usedUp();
      case SENDING_PROHIBITED ->
          throw question.even()
              ? new Refusal(403, PREFIX + "PHONE_NUMBER_BLOCKED", "The number has messages barred.")
              : new Refusal(
                  403, PREFIX + "PHONE_NUMBER_NOT_ALLOWED", "The number gets no messages.");
      case NO_RECORD, NOT_COVERED ->
          throw new Refusal(404, "NOT_FOUND", "The number is no customer's.");
      default -> {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("authenticationId", codes.send(question.number(), question.now()));
        return Answer.of("sent", body);
      }
    }
  }
}
