package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Whether a number comes in the body, the access token or both: CAMARA's rule, told by legs. */
final class Identifiers {
  static final String PHONE_NUMBER = "phoneNumber";

  private Identifiers() {}

  /** For APIs whose number may stand in both places, and must be the same then. */
  static String agreeing(ObjectNode body, Optional<String> ofToken) throws Refusal {
    Optional<String> sent = sent(body);
    if (ofToken.isPresent() && sent.isPresent() && !sent.equals(ofToken)) {
      throw new Refusal(
          403, "INVALID_TOKEN_CONTEXT", "The access token is for another phone number.");
    }
    return sent.or(() -> ofToken).orElseThrow(Identifiers::missing);
  }

  /** For APIs whose number may stand in one place alone. */
  static String single(ObjectNode body, Optional<String> ofToken) throws Refusal {
    Optional<String> sent = sent(body);
    if (ofToken.isPresent() && sent.isPresent()) {
      throw unnecessary();
    }
    return sent.or(() -> ofToken).orElseThrow(Identifiers::missing);
  }

  private static Optional<String> sent(ObjectNode body) {
    return body.has(PHONE_NUMBER)
        ? Optional.of(body.path(PHONE_NUMBER).asText())
        : Optional.empty();
  }

  static Refusal missing() {
    return new Refusal(
        422, "MISSING_IDENTIFIER", "Neither the body nor the access token has a number.");
  }

  static Refusal unnecessary() {
    return new Refusal(
        422, "UNNECESSARY_IDENTIFIER", "The access token has a number, so the body has none.");
  }
}
