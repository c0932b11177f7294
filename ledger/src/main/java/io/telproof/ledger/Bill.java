package io.telproof.ledger;

import io.telproof.Charge;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was asked on each day, and what it cost, as a ledger knows it. Holds a line for each day and
 * operation, however many questions there were.
 */
public final class Bill {
  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::day).thenComparing(Line::provider).thenComparing(Line::operation);

  private Bill() {}

  /**
   * What was asked of one operation on one day. Immutable.
   *
   * @param day the day, by the vendor's calendar
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param charges how many questions came to an end at each charge; those that a person dismissed
   *     are among the POSSIBLE
   * @param inDoubt how many have no end and will have none
   * @param underWay how many have no end yet
   */
  public record Line(
      LocalDate day,
      String provider,
      String operation,
      Map<Charge, Long> charges,
      long inDoubt,
      long underWay) {
    /**
     * Copies the charges, and counts none where nothing is said.
     *
     * @param charges how many questions came to an end at each charge; those that a person
     *     dismissed are among the POSSIBLE
     * @param inDoubt how many have no end and will have none
     * @param underWay how many have no end yet
     * @param day the day, by the vendor's calendar
     * @param provider the provider's name in the configuration
     * @param operation the vendor's name of the operation
     */
    public Line {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(operation, "operation");
      Map<Charge, Long> all = new EnumMap<>(Charge.class);
      for (Charge charge : Charge.values()) {
        all.put(charge, charges.getOrDefault(charge, 0L));
      }
      charges = Collections.unmodifiableMap(all);
    }

    /**
     * {@return how many questions ended at a charge}
     *
     * @param charge which of the charges
     */
    public long count(Charge charge) {
      return charges.getOrDefault(charge, 0L);
    }

    private Line plus(LedgerReader.Entry entry) {
      Map<Charge, Long> more = new EnumMap<>(charges);
      entry.settlement().ifPresent(end -> more.merge(end.charge(), 1L, Long::sum));
      boolean open = entry.settlement().isEmpty();
      return new Line(
          day,
          provider,
          operation,
          more,
          inDoubt + (entry.isInDoubt() ? 1 : 0),
          underWay + (open && entry.owned() ? 1 : 0));
    }
  }

  /**
   * {@return the lines, by day, provider and operation}
   *
   * @param ledger the ledger that is read
   * @param days the days of the questions, by the clocks of those who asked
   * @throws LedgerException if the ledger cannot be read
   */
  public static List<Line> of(LedgerReader ledger, Days days) throws LedgerException {
    Map<Line, Line> lines = new TreeMap<>(ORDER);
    ledger.entries(
        days.begin(),
        days.end(),
        entry -> {
          Line empty =
              new Line(
                  days.of(entry.intent().at()),
                  entry.intent().provider(),
                  entry.intent().operation(),
                  Map.of(),
                  0,
                  0);
          lines.compute(empty, (none, line) -> (line == null ? empty : line).plus(entry));
        });
    return List.copyOf(lines.values());
  }
}
