package io.telproof.proof.storm;

import io.telproof.Charge;
import io.telproof.FailureKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What came of a storm. Prints figures alone. */
final class Report {
  private final Storm storm;
  private final List<QuestionEnd> endings;
  private final Books books;
  private final Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);
  private final Map<Violation, Integer> violations = new EnumMap<>(Violation.class);
  private final Judgement judgement;
  private final Duration took;

  Report(
      Storm storm,
      List<QuestionEnd> endings,
      Books books,
      List<Map<Mishap, Integer>> lines,
      Duration took) {
    this.storm = storm;
    this.endings = List.copyOf(endings);
    this.books = books;
    this.took = took;
    this.judgement = new Judgement(books);
    lines.forEach(line -> line.forEach((each, times) -> mishaps.merge(each, times, Integer::sum)));
    endings.forEach(
        ending -> judgement.of(ending).forEach(each -> violations.merge(each, 1, Integer::sum)));
  }

  /** What must not be, and how often it was. */
  Map<Violation, Integer> violations() {
    return violations;
  }

  /** Of each violation the first, for whoever has to find out why. */
  List<String> examples() {
    Map<Violation, String> examples = new EnumMap<>(Violation.class);
    for (QuestionEnd ending : endings) {
      judgement.of(ending).forEach(each -> examples.putIfAbsent(each, each + ": " + ending));
    }
    return List.copyOf(examples.values());
  }

  /** What went wrong on the lines, and how often. */
  Map<Mishap, Integer> mishaps() {
    return mishaps;
  }

  /** How many questions each vendor carried out. */
  Map<String, Integer> carriedOutBy() {
    return books.carriedOutBy();
  }

  int questions() {
    return endings.size();
  }

  long answered() {
    return count(QuestionEnd::answered);
  }

  private long count(Predicate<QuestionEnd> which) {
    return endings.stream().filter(which).count();
  }

  private <K extends Enum<K>> Map<K, Integer> by(
      Class<K> type, Function<QuestionEnd, Optional<K>> of) {
    Map<K, Integer> counts = new EnumMap<>(type);
    endings.forEach(
        ending -> of.apply(ending).ifPresent(each -> counts.merge(each, 1, Integer::sum)));
    return counts;
  }

  private long longestBeyond() {
    return endings.stream().mapToLong(ending -> ending.ended() - ending.due()).max().orElse(0);
  }

  @Override
  public String toString() {
    int befallen = mishaps.values().stream().mapToInt(Integer::intValue).sum();
    return String.join(
        System.lineSeparator(),
        "storm of "
            + questions()
            + " questions, vendors "
            + storm.vendors()
            + ", seed "
            + storm.seed(),
        "  exchanges            "
            + befallen
            + ", spoilt "
            + (befallen - mishaps.getOrDefault(Mishap.NONE, 0)),
        "  answered             " + answered(),
        "  failed               " + by(FailureKind.class, QuestionEnd::kind),
        "  charge               " + by(Charge.class, QuestionEnd::charge),
        "  carried out          " + books.carriedOut() + ", billed " + books.billed(),
        "  by whom              " + books.carriedOutBy(),
        "  violations           " + (violations.isEmpty() ? "none" : violations.toString()),
        "  after the look       " + count(judgement::couldNotBeTold),
        "  unseen, at the end   " + count(judgement::unseenAtTheDeadline),
        "  longest overrun      " + Duration.ofNanos(longestBeyond()).toMillis() + " ms",
        "  took                 " + took.toSeconds() + " s");
  }
}
