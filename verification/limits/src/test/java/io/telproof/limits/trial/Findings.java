package io.telproof.limits.trial;

import io.telproof.spi.ratelimit.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is to be said of one run.
 *
 * @param from when everybody began, by {@link System#nanoTime}
 * @param until when everybody ended
 * @param dead which processes were killed
 * @param shift how the day was moved meanwhile
 * @param load the machine's load average of the last minute, at the end
 */
record Findings(
    Plan plan,
    Books books,
    long from,
    long until,
    Set<Integer> dead,
    Optional<DayShift> shift,
    double load) {
  private static final double SECOND = 1e9;
  private static final double MILLI = 1e6;

  /** The limit that the rate is told of. */
  RateLimit limit() {
    return plan.limits().get(0);
  }

  List<Span> spans() {
    return Span.of(books);
  }

  /** The most stamps of the vendor in any window of a limit. */
  int mostStamped(RateLimit limit) {
    return Span.mostStamped(seenBy(limit), limit);
  }

  /** The most requests that have certainly arrived in any window of a limit. */
  int mostCertain(RateLimit limit) {
    return Span.mostCertain(seenBy(limit), limit);
  }

  private List<Span> seenBy(RateLimit limit) {
    return shift.map(day -> day.seenBy(limit, spans())).orElseGet(this::spans);
  }

  /** Whether some limit was certainly exceeded. */
  boolean exceeds() {
    return plan.limits().stream().anyMatch(limit -> mostCertain(limit) > limit.permits());
  }

  /** How many requests arrived between two moments, in seconds from the begin. */
  long arrivals(double after, double before) {
    return spans().stream()
        .mapToDouble(span -> (span.stamped() - from) / SECOND)
        .filter(at -> at >= after && at < before)
        .count();
  }

  /** How much of the limit was used, in hundredths. */
  double utilisation() {
    double periods = (double) (until - from) / limit().period().toNanos();
    long arrived =
        spans().stream().filter(span -> span.stamped() >= from && span.stamped() < until).count();
    return 100.0 * arrived / (limit().permits() * periods);
  }

  /** How many fair shares each process that lived had, the least first. */
  List<Double> shares() {
    Map<Integer, Long> counts =
        spans().stream()
            .filter(span -> !dead.contains(span.process()))
            .collect(Collectors.groupingBy(Span::process, Collectors.counting()));
    double alive = plan.processes() - dead.size();
    double fair = counts.values().stream().mapToLong(n -> n).sum() / alive;
    return IntStream.range(0, plan.processes())
        .filter(process -> !dead.contains(process))
        .mapToObj(process -> counts.getOrDefault(process, 0L) / fair)
        .sorted()
        .toList();
  }

  /** By how much each request was overtaken by one of a caller who came later, the least first. */
  List<Duration> overtaken() {
    List<Duration> all = new ArrayList<>();
    long youngest = Long.MIN_VALUE;
    for (Span span : spans()) {
      youngest = Math.max(youngest, span.asked());
      all.add(Duration.ofNanos(youngest - span.asked()));
    }
    Collections.sort(all);
    return all;
  }

  /** The longest time without an arrival. */
  Duration longestGap() {
    long last = from;
    long longest = 0;
    for (Span span : spans()) {
      longest = Math.max(longest, span.stamped() - last);
      last = Math.max(last, span.stamped());
    }
    return Duration.ofNanos(Math.max(longest, until - last));
  }

  /** How many of the requests stand on the vendor's bill. */
  long charged() {
    return books.arrivals().stream().filter(Arrival::charged).count();
  }

  /** How many requests arrived in each second of the run. */
  List<Long> bySecond() {
    return IntStream.range(0, (int) plan.lasting().toSeconds() + 1)
        .mapToObj(second -> arrivals(second, second + 1))
        .toList();
  }

  static String head() {
    return """
        | scene | who asks | limit | most in a window: stamped / certain | arrivals | of the limit | \
        shares of the processes | overtaken by, p99 / most | longest gap | answered; failed | load |
        |---|---|---|---|---|---|---|---|---|---|---|""";
  }

  /** One row of the table. */
  String row() {
    List<Span> spans = spans();
    List<Duration> overtaken = overtaken();
    List<Double> shares = shares();
    return String.format(
        Locale.ROOT,
        "| %s | %d × %d, %d s | %s | %s | %d | %.1f %% | %.2f–%.2f | %.1f / %.1f ms | %.2f s | %d; %s"
            + " | %.1f |",
        plan.name(),
        plan.processes(),
        plan.callers(),
        plan.lasting().toSeconds(),
        plan.limits().stream().map(RateLimit::toString).collect(Collectors.joining(" ")),
        plan.limits().stream()
            .map(each -> mostStamped(each) + " / " + mostCertain(each))
            .collect(Collectors.joining("; ")),
        spans.size(),
        utilisation(),
        shares.get(0),
        shares.get(shares.size() - 1),
        overtaken.isEmpty() ? 0 : overtaken.get(overtaken.size() * 99 / 100).toNanos() / MILLI,
        overtaken.isEmpty() ? 0 : overtaken.get(overtaken.size() - 1).toNanos() / MILLI,
        longestGap().toNanos() / SECOND,
        books.answers(),
        books.failures().isEmpty() ? "none" : books.failures(),
        load);
  }
}
