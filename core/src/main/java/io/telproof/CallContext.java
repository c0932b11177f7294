package io.telproof;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What goes along with one call: how long the caller will wait, the id that stands beside it in
 * logs, why the question is asked, and what it is called where it is asked again. Immutable.
 *
 * @param within the time the caller has, counted from the call; more than zero
 * @param correlationId 1 to 128 visible ASCII characters; must say nothing about the person
 * @param purpose why the question is asked, for the audit record; must say nothing about the person
 * @param longestWait how much of that time may go by in the wait for the vendor's limit; zero or
 *     more. A route gives a provider less than the whole while another one could be asked
 * @param key the idempotency key: 1 to 256 visible ASCII characters, such as {@code
 *     order-4711/tenure}; must say nothing about the person. The same question under the same key
 *     is asked once, by whatever process, and its answer is given again. It needs a ledger, and
 *     does not print
 */
public record CallContext(
    Duration within,
    String correlationId,
    Optional<String> purpose,
    Duration longestWait,
    Optional<String> key) {
  private static final Duration STANDARD = Duration.ofSeconds(10);
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_KEY = 256;

  /**
   * Checks the components.
   *
   * @param within the time the caller has, counted from the call; more than zero
   * @param correlationId 1 to 128 visible ASCII characters; must say nothing about the person
   * @param purpose why the question is asked, for the audit record; must say nothing about the
   *     person
   * @param longestWait how much of that time may go by in the wait for the vendor's limit; zero or
   *     more. A route gives a provider less than the whole while another one could be asked
   * @param key the idempotency key: 1 to 256 visible ASCII characters, such as {@code
   *     order-4711/tenure}; must say nothing about the person. The same question under the same key
   *     is asked once, by whatever process, and its answer is given again. It needs a ledger, and
   *     does not print
   * @throws IllegalArgumentException if the time is not positive, the wait is negative, the id is
   *     not 1 to 128 visible ASCII characters, or the key not 1 to 256 of them
   */
  public CallContext {
    Objects.requireNonNull(purpose, "purpose");
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("within must be more than zero, but was " + within);
    }
    if (longestWait.isNegative()) {
      throw new IllegalArgumentException(
          "longestWait must be zero or more, but was " + longestWait);
    }
    if (!isVisible(correlationId, LONGEST_ID)) {
      throw new IllegalArgumentException(
          "a correlation id is 1 to 128 visible ASCII characters without spaces");
    }
    if (key.isPresent() && !isVisible(key.get(), LONGEST_KEY)) {
      throw new IllegalArgumentException(
          "a key is 1 to 256 visible ASCII characters without spaces");
    }
  }

  // By hand: it is looked at for every call, and a matcher costs more than the rest of the context.
  private static boolean isVisible(String id, int longest) {
    if (id.isEmpty() || id.length() > longest) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '!' || id.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * Without an idempotency key.
   *
   * @param within how long the caller waits
   * @param correlationId what the caller's own records call the question
   * @param purpose why it is asked, where that is said
   * @param longestWait how long a permit is worth waiting for before the next provider is asked,
   *     where that is said
   * @throws IllegalArgumentException if the time is not positive, the wait is negative, or the id
   *     is not 1 to 128 visible ASCII characters
   */
  public CallContext(
      Duration within, String correlationId, Optional<String> purpose, Duration longestWait) {
    this(within, correlationId, purpose, longestWait, Optional.empty());
  }

  /**
   * All of the time may go by in the wait for the vendor's limit, but for what the reply needs.
   *
   * @param within how long the caller waits
   * @param correlationId what the caller's own records call the question
   * @param purpose why it is asked, where that is said
   * @throws IllegalArgumentException if the time is not positive or the id is not 1 to 128 visible
   *     ASCII characters
   */
  public CallContext(Duration within, String correlationId, Optional<String> purpose) {
    this(within, correlationId, purpose, within);
  }

  /**
   * Ten seconds, a random correlation id, no purpose.
   *
   * @return a context of its own for each call
   */
  public static CallContext standard() {
    return within(STANDARD);
  }

  /**
   * {@return this much time, a random correlation id, no purpose}
   *
   * @param within how long the caller waits
   * @throws IllegalArgumentException if the time is not positive
   */
  public static CallContext within(Duration within) {
    return new CallContext(within, randomId(), Optional.empty());
  }

  /** To be told apart from others is all that it is for: nobody need be unable to guess it. */
  private static String randomId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /**
   * {@return the same call with this much time left}
   *
   * @param left how long the caller still waits
   * @throws IllegalArgumentException if the time is not positive
   */
  public CallContext withTimeLeft(Duration left) {
    return new CallContext(left, correlationId, purpose, longestWait, key);
  }

  /**
   * {@return the same call, which waits no longer than this for the vendor's limit}
   *
   * @param wait how long a permit is worth waiting for
   * @throws IllegalArgumentException if the wait is negative
   */
  public CallContext withLongestWait(Duration wait) {
    return new CallContext(within, correlationId, purpose, wait, key);
  }

  /**
   * {@return the same call under an idempotency key, in the place of its own}
   *
   * @param name the caller's own key of the question
   * @throws IllegalArgumentException if it is not 1 to 256 visible ASCII characters
   */
  public CallContext withKey(String name) {
    return new CallContext(within, correlationId, purpose, longestWait, Optional.of(name));
  }

  /** {@return the same call without an idempotency key} */
  public CallContext withoutKey() {
    return key.isEmpty()
        ? this
        : new CallContext(within, correlationId, purpose, longestWait, Optional.empty());
  }

  /** Everything but the key, of which it tells whether there is one. */
  @Override
  public String toString() {
    return "CallContext[within="
        + within
        + ", correlationId="
        + correlationId
        + ", purpose="
        + purpose
        + ", longestWait="
        + longestWait
        + ", key="
        + key.map(name -> "***")
        + ']';
  }
}
