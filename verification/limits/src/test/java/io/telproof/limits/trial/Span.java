package io.telproof.limits.trial;

import io.telproof.spi.ratelimit.RateLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which two moments a request has reached the vendor: after its permit, and before the
 * stamp of the vendor. On a machine that keeps up the two are a millisecond apart. Where the thread
 * that stamps had to wait for a processor they are not, and the stamp is too late.
 *
 * @param process whose request it is
 * @param asked when its caller came
 * @param granted when it had its permit
 * @param stamped when the vendor has seen it
 */
record Span(int process, long asked, long granted, long stamped) {
  /** The requests of a run, as they were stamped. */
  static List<Span> of(Books books) {
    Map<Integer, List<Grant>> grants = new HashMap<>();
    books
        .grants()
        .forEach(
            grant -> grants.computeIfAbsent(grant.question(), q -> new ArrayList<>()).add(grant));
    return books.arrivals().stream()
        .map(arrival -> of(arrival, grants.getOrDefault(arrival.question(), List.of())))
        .sorted(Comparator.comparingLong(Span::stamped))
        .toList();
  }

  /** A question that was asked again has several permits: the last one before the stamp is it. */
  private static Span of(Arrival arrival, List<Grant> grants) {
    Grant grant =
        grants.stream()
            .filter(each -> each.at() <= arrival.at())
            .max(Comparator.comparingLong(Grant::at))
            .orElseThrow(() -> new IllegalStateException("a request arrived without a permit"));
    return new Span(Question.process(arrival.question()), grant.asked(), grant.at(), arrival.at());
  }

  /** The same request, so many nanoseconds earlier. */
  Span earlier(long nanos) {
    return new Span(process, asked - nanos, granted - nanos, stamped - nanos);
  }

  /** The most stamps in any window of the limit's period. */
  static int mostStamped(List<Span> spans, RateLimit limit) {
    long period = limit.period().toNanos();
    int most = 0;
    int first = 0;
    for (int last = 0; last < spans.size(); last++) {
      while (spans.get(last).stamped() - spans.get(first).stamped() >= period) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * The most requests that have certainly reached the vendor in one window of the limit's period:
   * permit and stamp are both within it. More than the limit here is a fault, however slow the
   * machine was; a fault that is smaller than the time between permit and stamp is not seen.
   */
  static int mostCertain(List<Span> spans, RateLimit limit) {
    long period = limit.period().toNanos();
    int most = 0;
    for (Span first : spans) {
      long end = first.granted() + period;
      int within = 0;
      for (Span each : spans) {
        if (each.granted() >= first.granted() && each.stamped() < end) {
          within++;
        }
      }
      most = Math.max(most, within);
    }
    return most;
  }
}
