package io.telproof.spi.http.internal.token;

import io.telproof.Sensitive;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;

/** A token and how long it still serves, in monotonic time. Prints masked. Immutable. */
public final class HeldToken {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(5);

  private final Sensitive value;
  private final Duration lifetime;
  private final Deadline end;

  private HeldToken(Sensitive value, Duration lifetime, Deadline end) {
    this.value = value;
    this.lifetime = lifetime;
    this.end = end;
  }

  /**
   * A token that was asked for just now.
   *
   * @param lifetime how long the vendor says that it lives
   * @param asked how long ago: a token lives from a moment that only the vendor knows, which may be
   *     as early as that
   */
  public static HeldToken of(Sensitive value, Duration lifetime, Duration asked, Time time) {
    // It still has to travel, and to be looked at.
    Duration tenth = lifetime.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    Duration left = lifetime.minus(margin).minus(asked);
    return new HeldToken(
        value, lifetime, Deadline.in(left.isNegative() ? Duration.ZERO : left, time));
  }

  /** What is sent with a question. */
  public Sensitive value() {
    return value;
  }

  /** Whether the vendor still takes it, as far as time goes. */
  public boolean serves() {
    return !end.left().isZero();
  }

  /** How much longer. */
  Duration left() {
    return end.left();
  }

  /** What is left when another one is got beside it for the first time: the last fifth. */
  Duration lastPart() {
    return lifetime.dividedBy(5);
  }

  @Override
  public String toString() {
    return "HeldToken[***]";
  }
}
