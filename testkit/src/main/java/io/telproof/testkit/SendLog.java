package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** When requests were sent, in nanoseconds of one clock. Thread-safe. */
final class SendLog {
  private final List<Long> times = new ArrayList<>();

  synchronized void sentAt(long nanos) {
    times.add(nanos);
  }

  synchronized List<Long> times() {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted;
  }

  /** Looks at every window: each send opens one, and the first that must be outside is checked. */
  void neverExceeds(Limit limit) {
    List<Long> sorted = times();
    for (int first = 0; first + limit.permits() < sorted.size(); first++) {
      Duration between = Duration.ofNanos(sorted.get(first + limit.permits()) - sorted.get(first));
      assertThat(between)
          .as(
              "from send %d to send %d, which %s keeps a period apart",
              first, first + limit.permits(), limit)
          .isGreaterThanOrEqualTo(limit.period());
    }
  }

  /** The part of what the limit allows in this time that was used. */
  double utilisation(Limit limit, Duration within) {
    double allowed = limit.permits() * (double) within.toNanos() / limit.period().toNanos();
    return times().size() / allowed;
  }
}
