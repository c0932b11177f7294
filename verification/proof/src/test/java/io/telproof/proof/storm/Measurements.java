package io.telproof.proof.storm;

import io.telproof.FailureKind;
import io.telproof.client.BreakerState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a load came to. Prints figures alone. */
final class Measurements {
  private final Load load;
  private final List<QuestionEnd> endings;
  private final Books books;
  private final int refused;
  private final BreakerState breaker;
  private final Map<Violation, Integer> violations = new TreeMap<>();

  Measurements(
      Load load, List<QuestionEnd> endings, Books books, int refused, BreakerState breaker) {
    this.load = load;
    this.endings = List.copyOf(endings);
    this.books = books;
    this.refused = refused;
    this.breaker = breaker;
    Judgement judgement = new Judgement(books);
    endings.forEach(
        ending -> judgement.of(ending).forEach(each -> violations.merge(each, 1, Integer::sum)));
  }

  Load load() {
    return load;
  }

  Map<Violation, Integer> violations() {
    return violations;
  }

  long carriedOut() {
    return books.carriedOut();
  }

  long answered() {
    return count(QuestionEnd::answered);
  }

  /** Of what was carried out, and is billed, how much was answered: 0 to 1. */
  double share() {
    return carriedOut() == 0 ? 1 : (double) answered() / carriedOut();
  }

  private long count(Predicate<QuestionEnd> which) {
    return endings.stream().filter(which).count();
  }

  private long count(FailureKind kind) {
    return count(ending -> ending.kind().filter(kind::equals).isPresent());
  }

  private boolean bySecond(QuestionEnd ending) {
    return ending.answered()
        && ending.claims().get(ending.claims().size() - 1).provider().equals(Client.SECOND);
  }

  private Duration waited(double part) {
    long[] waits =
        endings.stream().mapToLong(ending -> ending.ended() - ending.asked()).sorted().toArray();
    return Duration.ofNanos(waits[(int) (part * (waits.length - 1))]);
  }

  static String head() {
    return String.format(
        "%7s %7s %7s | %5s %8s %9s %6s %8s %11s %8s | %11s %8s | %9s %9s %9s",
        "takes",
        "within",
        "vendors",
        "asked",
        "answered",
        "throttled",
        "second",
        "in doubt",
        "unavailable",
        "refused",
        "carried out",
        "answered",
        "breaker",
        "median",
        "longest");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%4d ms %5d s %7d | %5d %8d %9d %6d %8d %11d %8d | %11d %7.1f%% | %9s %6d ms %6d ms%s",
        load.takes().toMillis(),
        load.within().toSeconds(),
        load.vendors(),
        endings.size(),
        answered(),
        count(FailureKind.THROTTLED),
        count(this::bySecond),
        count(FailureKind.INDETERMINATE),
        count(FailureKind.UNAVAILABLE),
        refused,
        carriedOut(),
        100 * share(),
        breaker,
        waited(0.5).toMillis(),
        waited(1).toMillis(),
        load.canBeAnswered() ? "" : "  cannot be answered: the fewer carried out, the better");
  }
}
