package io.telproof.sandbox.camara;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The codes that were sent, each under its authenticationId, the last ten thousand. The code itself
 * is the same for all. Thread-safe.
 */
final class SentCodes {

  /** The code that is sent to every number, as by every vendor of the sandbox. */
  static final String CODE = "123456";

  private static final int KEPT = 10_000;

  private final Duration lifetime;
  private final int attempts;
  private final Map<String, Verification> sent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verification> eldest) {
          if (size() <= KEPT) {
            return false;
          }
          newest.remove(eldest.getValue().number, eldest.getKey());
          return true;
        }
      };

  /** By number, the authenticationId of the last code. */
  private final Map<String, String> newest = new HashMap<>();

  SentCodes(Duration lifetime, int attempts) {
    this.lifetime = lifetime;
    this.attempts = attempts;
  }

  /** How a code that is held against the one sent comes out. */
  enum Outcome {
    ACCEPTED,
    WRONG,
    /** Too late, replaced by a newer code, or accepted before. */
    EXPIRED,
    EXHAUSTED
  }

  private static final class Verification {
    private final String number;
    private final Instant expiry;
    private int wrong;
    private boolean accepted;

    Verification(String number, Instant expiry) {
      this.number = number;
      this.expiry = expiry;
    }
  }

  /**
   * Sends a code, by which earlier ones of the same number are over. Gives the authenticationId.
   */
  synchronized String send(String number, Instant now) {
    String id = UUID.randomUUID().toString();
    sent.put(id, new Verification(number, now.plus(lifetime)));
    newest.put(number, id);
    return id;
  }

  /** The number that a code was sent to under this id. */
  synchronized Optional<String> number(String id) {
    return Optional.ofNullable(sent.get(id)).map(verification -> verification.number);
  }

  /**
   * Holds a code against the one that was sent.
   *
   * @param id one that {@link #number} knows
   * @param right whether there is a right code at all
   */
  synchronized Outcome check(String id, String code, boolean right, Instant now) {
    Verification verification = sent.get(id);
    if (verification == null
        || verification.accepted
        || !verification.expiry.isAfter(now)
        || !id.equals(newest.get(verification.number))) {
      return Outcome.EXPIRED;
    }
    if (verification.wrong >= attempts) {
      return Outcome.EXHAUSTED;
    }
    if (right && code.equals(CODE)) {
      verification.accepted = true;
      return Outcome.ACCEPTED;
    }
    verification.wrong++;
    return verification.wrong >= attempts ? Outcome.EXHAUSTED : Outcome.WRONG;
  }
}
