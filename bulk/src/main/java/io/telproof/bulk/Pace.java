package io.telproof.bulk;

import io.telproof.bulk.internal.file.Outcome;
import java.time.Duration;
import java.util.Optional;

/** How quickly questions come to an end, of late. For one thread. */
final class Pace {
  /** What the last second weighs: what was ten seconds ago weighs a tenth of it. */
  private static final double WEIGHT = 0.2;

  private static final long LONGEST = Duration.ofDays(3650).toSeconds();

  private long fresh;
  private double rate;

  /** Something came of a row. What was given without a question tells nothing of the pace. */
  void ended(Outcome outcome) {
    fresh += outcome.asked() ? 1 : 0;
  }

  /** Looks again after so many seconds; how many questions came to an end since the last look. */
  long look(double seconds) {
    long count = fresh;
    fresh = 0;
    double now = count / seconds;
    rate = rate == 0 ? now : rate + WEIGHT * (now - rate);
    return count;
  }

  /** Questions a second. */
  double rate() {
    return rate;
  }

  /** How long so many take at this rate. */
  Optional<Duration> left(long count) {
    double seconds = count / rate;
    return rate > 0 && seconds < LONGEST
        ? Optional.of(Duration.ofSeconds(Math.round(seconds)))
        : Optional.empty();
  }
}
