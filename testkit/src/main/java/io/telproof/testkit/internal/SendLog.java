package io.telproof.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When requests were sent, in nanoseconds of one clock. Thread-safe. */
public final class SendLog {
  private static final Duration SPAN = Duration.ofSeconds(10);

  private final List<Long> times = new ArrayList<>();

  /**
   * What many threads send in ten seconds when all want to send all the time.
   *
   * @param percent how many of the connects are slow, and how many fail
   */
  public static SendLog crowd(
      RateLimiter limiter, VirtualTime time, long seed, int threads, int percent)
      throws InterruptedException {
    SendLog log = new SendLog();
    long end = time.nanos() + SPAN.toNanos();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Random random = new Random(seed * 1000 + i);
      tasks.add(
          () -> {
            while (time.nanos() < end
                && limiter.acquire(Duration.ofNanos(end - time.nanos())) instanceof Permit permit) {
              time.await(Duration.ofMillis(random.nextInt(100) < percent ? 400 : 1));
              if (random.nextInt(100) >= percent) {
                log.sentAt(time.nanos());
                permit.sent();
                time.await(Duration.ofMillis(1 + random.nextInt(30)));
              }
              permit.close();
            }
          });
    }
    time.run(tasks);
    return log;
  }

  public synchronized void sentAt(long nanos) {
    times.add(nanos);
  }

  public synchronized List<Long> times() {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted;
  }

  /** Looks at every window: each send opens one, and the first that must be outside is checked. */
  public void neverExceeds(RateLimit limit) {
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

  /** The part of what the limit allows a crowd that was used. */
  public double utilisation(RateLimit limit) {
    double allowed = limit.permits() * (double) SPAN.toNanos() / limit.period().toNanos();
    return times().size() / allowed;
  }
}
