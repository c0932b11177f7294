package io.telproof.bulk;

import io.telproof.bulk.internal.file.InputRows;
import io.telproof.bulk.internal.file.Row;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows of a table that are not done, counted as a run would take them, without asking.
 *
 * @param rows of the whole table
 * @param rejected those left that are no question
 * @param reasons why the first of these are none, with their lines
 * @param answered those left of which is told what was asked before
 * @param asked those left that are a question, also where another row has the same
 * @param questions different ones among these; empty where there are too many to tell them apart
 * @param example the first of these, which prints nothing of a person
 */
record LeftRows(
    long rows,
    long rejected,
    List<String> reasons,
    long answered,
    long asked,
    OptionalLong questions,
    Optional<Object> example) {
  private static final int REASONS = 10;
  private static final int HASH_DIGITS = 16;
  private static final int HEXADECIMAL = 16;

  /** What the run has asked before, by the tags of the questions. */
  static final class AskedTags {
    private final DistinctCount tags = new DistinctCount();

    void add(String tag) {
      tags.add(hash(tag));
    }

    private boolean contains(String tag) {
      return tags.contains(hash(tag));
    }
  }

  private static long hash(String tag) {
    return Long.parseUnsignedLong(tag.substring(0, HASH_DIGITS), HEXADECIMAL);
  }

  /**
   * Counts them.
   *
   * @param state which rows are left
   * @param tags of the run, if it was begun
   * @param before what it has asked: a row that asks the same is not asked any more
   */
  static LeftRows count(
      InputTable table, QuestionSettings settings, RunState state, RowTag tags, AskedTags before)
      throws BulkException {
    long count = 0;
    long asked = 0;
    long answered = 0;
    long rejected = 0;
    List<String> reasons = new ArrayList<>();
    DistinctCount distinct = new DistinctCount();
    Optional<Object> example = Optional.empty();
    try (InputRows rows = new InputRows(table)) {
      Questions questions = new Questions(settings, table, rows.names());
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        count++;
        long number = row.get().number();
        if (!state.isToBeAsked(number)) {
          continue;
        }
        try {
          Object query = questions.query(row.get());
          String tag = tags.of(query, state.generation(number));
          if (before.contains(tag)) {
            answered++;
          } else {
            asked++;
            example = example.or(() -> Optional.of(query));
            distinct.add(hash(tag));
          }
        } catch (UnaskableRowException e) {
          rejected++;
          if (reasons.size() < REASONS) {
            reasons.add("line " + row.get().line() + ": " + e.getMessage());
          }
        }
      }
    }
    return new LeftRows(count, rejected, reasons, answered, asked, distinct.count(), example);
  }

  /**
   * What a run would ask of them.
   *
   * @param route whom it asks, in this order
   * @param offers of all who are configured
   * @param begun how far the run has come, where it was begun
   */
  BulkPlan plan(
      CheckType check,
      List<String> route,
      Map<String, List<Offer>> offers,
      Optional<BulkStatus> begun) {
    List<Offer> all =
        route.stream()
            .flatMap(name -> offers.getOrDefault(name, List.of()).stream())
            .filter(offer -> offer.check() == check)
            .toList();
    // A name alone is another operation than a name and an identity number, at another price.
    Optional<Offer> first =
        all.stream()
            .filter(offer -> example.map(offer::serves).orElse(true))
            .findFirst()
            .or(() -> all.stream().findFirst());
    return new BulkPlan(
        rows,
        rejected,
        reasons,
        answered,
        questions,
        route,
        first.map(Offer::operation).orElse(""),
        first.map(offer -> offer.limits().toString()).orElse(""),
        first.map(Offer::billed).orElse(""),
        first.map(offer -> shortest(questions.orElse(asked), offer.limits())),
        begun);
  }

  /** All limits hold, so that the slowest decides. */
  private static Duration shortest(long questions, RateLimits limits) {
    return limits.all().stream()
        .map(limit -> shortest(questions, limit))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration shortest(long questions, RateLimit limit) {
    double periods = Math.max(0, questions - limit.permits()) / (double) limit.permits();
    return Duration.ofMillis(Math.round(periods * limit.period().toMillis()));
  }
}
