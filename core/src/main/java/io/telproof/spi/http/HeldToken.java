package io.telproof.spi.http;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;

/** A token and how long it still serves, in monotonic time. Prints masked. Immutable. */
final class HeldToken {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(5);

  private final AccessToken token;
  private final Deadline end;

  private HeldToken(AccessToken token, Deadline end) {
    this.token = token;
    this.end = end;
  }

  /**
   * A token that was asked for just now.
   *
   * @param asked how long ago: a token lives from a moment that only the vendor knows, which may be
   *     as early as that
   */
  static HeldToken of(AccessToken token, Duration asked, Time time) {
    Duration lifetime = token.lifetime();
    // It still has to travel, and to be looked at.
    Duration tenth = lifetime.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    Duration left = lifetime.minus(margin).minus(asked);
    return new HeldToken(token, Deadline.in(left.isNegative() ? Duration.ZERO : left, time));
  }

  AccessToken token() {
    return token;
  }

  /** Whether the vendor still takes it, as far as time goes. */
  boolean serves() {
    return !end.left().isZero();
  }

  /** How much longer. */
  Duration left() {
    return end.left();
  }

  /** What is left when another one is got beside it for the first time: the last fifth. */
  Duration lastPart() {
    return token.lifetime().dividedBy(5);
  }

  @Override
  public String toString() {
    return "HeldToken[***]";
  }
}
