package io.telproof.bulk;

import java.time.Duration;
import java.util.Optional;

/** How quickly rows come to an end, of late. For one thread. */
final class Pace {
  /** What the last second weighs: what was ten seconds ago weighs a tenth of it. */
  private static final double WEIGHT = 0.2;

  private static final long LONGEST = Duration.ofDays(3650).toSeconds();

  private long rows;
  private double rate;

  /** With so many rows from before. */
  Pace(long rows) {
    this.rows = rows;
  }

  /** Looks again after so many seconds. */
  void look(long now, double seconds) {
    double fresh = (now - rows) / seconds;
    rate = rate == 0 ? fresh : rate + WEIGHT * (fresh - rate);
    rows = now;
  }

  /** Rows a second. */
  double rate() {
    return rate;
  }

  /** How long so many rows take at this rate. */
  Optional<Duration> left(long count) {
    double seconds = count / rate;
    return rate > 0 && seconds < LONGEST
        ? Optional.of(Duration.ofSeconds(Math.round(seconds)))
        : Optional.empty();
  }
}
