package io.telproof.bulk.internal.file;

import io.telproof.Charge;
import io.telproof.bulk.BulkStatus;
import io.telproof.bulk.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far a run has come: all that is needed to go on where it was. Immutable.
 *
 * @param done all rows up to this number are done
 * @param beyond rows behind it that are done as well
 * @param out how many bytes of the answers belong to these rows
 * @param rejected how many bytes of the rejected rows do
 * @param doubts how many bytes of the rows in doubt do
 * @param since nothing that is not done was asked before this moment
 * @param generation how often a person has let what is in doubt be asked again
 * @param again rows that are to be asked again on that word, and have not been yet
 * @param finished whether all rows are done
 */
public record Checkpoint(
    long done,
    List<Long> beyond,
    long out,
    long rejected,
    long doubts,
    Totals totals,
    Instant since,
    int generation,
    List<Long> again,
    boolean finished) {
  /** Copies the lists. */
  public Checkpoint {
    beyond = List.copyOf(beyond);
    again = List.copyOf(again);
  }

  /** Where nothing is done yet. */
  public static Checkpoint begin(Instant now) {
    return new Checkpoint(
        0, List.of(), 0, 0, 0, new Totals(0, 0, 0, 0, 0, Charges.none()), now, 0, List.of(), false);
  }

  /** The same, where these rows in doubt are to be asked again. */
  public Checkpoint askingAgain(List<Long> rows) {
    List<Long> all =
        LongStream.concat(
                again.stream().mapToLong(Long::longValue), rows.stream().mapToLong(Long::longValue))
            .distinct()
            .sorted()
            .boxed()
            .toList();
    return new Checkpoint(
        done,
        beyond,
        out,
        rejected,
        0,
        new Totals(
            totals.known(),
            totals.unknown(),
            totals.failed(),
            totals.rejected(),
            totals.doubtful() - rows.size(),
            totals.charges()),
        since,
        generation + 1,
        all,
        false);
  }

  /** The same for who looks at it. */
  public BulkStatus status(Instant begun) {
    return new BulkStatus(begun, totals, again.size(), finished);
  }

  /** As text, a line for each part. */
  String text() {
    StringBuilder text = new StringBuilder("version=1\n");
    line(text, "done", done);
    line(text, "beyond", numbers(beyond));
    line(text, "out", out);
    line(text, "rejected", rejected);
    line(text, "doubts", doubts);
    line(text, "rows.known", totals.known());
    line(text, "rows.unknown", totals.unknown());
    line(text, "rows.failed", totals.failed());
    line(text, "rows.rejected", totals.rejected());
    line(text, "rows.doubtful", totals.doubtful());
    for (Charge charge : Charge.values()) {
      line(text, "charge." + charge, totals.charges().getOrDefault(charge, 0L));
    }
    line(text, "since", since);
    line(text, "generation", generation);
    line(text, "again", numbers(again));
    line(text, "finished", finished);
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(name).append('=').append(value).append('\n');
  }

  private static String numbers(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * What a text says.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Checkpoint of(Properties text) {
    if (!required(text, "version").equals("1")) {
      throw new IllegalArgumentException("written by another version");
    }
    Map<Charge, Long> charges = Charges.none();
    for (Charge charge : Charge.values()) {
      charges.put(charge, number(text, "charge." + charge));
    }
    Totals totals =
        new Totals(
            number(text, "rows.known"),
            number(text, "rows.unknown"),
            number(text, "rows.failed"),
            number(text, "rows.rejected"),
            number(text, "rows.doubtful"),
            charges);
    return new Checkpoint(
        number(text, "done"),
        numbers(text, "beyond"),
        number(text, "out"),
        number(text, "rejected"),
        number(text, "doubts"),
        totals,
        Instant.parse(required(text, "since")),
        Math.toIntExact(number(text, "generation")),
        numbers(text, "again"),
        Boolean.parseBoolean(required(text, "finished")));
  }

  private static String required(Properties text, String name) {
    String value = text.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static long number(Properties text, String name) {
    return Long.parseLong(required(text, name));
  }

  private static List<Long> numbers(Properties text, String name) {
    String all = required(text, name);
    return all.isEmpty()
        ? new ArrayList<>()
        : Arrays.stream(all.split(" ")).map(Long::valueOf).toList();
  }
}
