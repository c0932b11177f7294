package io.telproof.testkit;

import java.time.Duration;

/**
 * How long the contracts wait where only real time will do. Immutable.
 *
 * @param deadline what a question is given where the vendor is to say nothing
 * @param patience how long a clause waits before it says that something did not happen
 */
public record Timeouts(Duration deadline, Duration patience) {
  /** Deadlines of three tenths of a second, and patience enough for a busy machine. */
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(20));
}
