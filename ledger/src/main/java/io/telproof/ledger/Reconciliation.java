package io.telproof.ledger;

import io.telproof.Charge;
import io.telproof.ledger.Statement.Row;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Holds a ledger against a vendor's own statement: by the vendor's ids of requests, and by day what
 * has none. Reads the statement twice and the ledger once, and keeps some thirty bytes for each
 * request id of the statement and a line for each day; what differs is told as it is found.
 *
 * <p>What is CHARGED here has to stand in the statement as billed, what is FREE must not be billed
 * there. What is POSSIBLE, UNSTATED or has no end may be either.
 */
public final class Reconciliation {
  /** What is different. */
  public enum Kind {
    /** The ledger says that it was charged, and the statement does not have it. */
    ONLY_OURS,
    /** The statement has it, and the ledger does not. */
    ONLY_THEIRS,
    /**
     * Both have it, and one says that it was billed, or billed so often, and the other does not.
     */
    DIFFERENT
  }

  /**
   * Something that one side says and the other does not. Immutable.
   *
   * @param kind what kind of difference it is
   * @param day the day of the question
   * @param requestId empty where it is about all requests of a day without an id
   * @param ours how often it was charged, as the ledger knows it for certain
   * @param perhaps how often it may have been charged besides
   * @param theirs how often it was billed, as the statement says
   */
  public record Difference(
      Kind kind, LocalDate day, Optional<String> requestId, long ours, long perhaps, long theirs) {}

  /**
   * How much was compared. Immutable.
   *
   * @param rows rows of the statement
   * @param entries questions of the ledger
   * @param agreed of these, how many stand in the statement under their request id, at a charge
   *     that can be right
   * @param open how many may have been charged, have a request id, and do not stand in the
   *     statement
   * @param differences how many differences were told
   */
  public record Summary(long rows, long entries, long agreed, long open, long differences) {}

  /** What happened on a day without a request id. */
  private static final class Count {
    private long ours;
    private long perhaps;
    private long theirs;
  }

  private final Statement statement;
  private final Consumer<Difference> told;
  private final RequestIdTable ids = new RequestIdTable();
  private final SortedMap<LocalDate, Count> byDay = new TreeMap<>();
  private Days days;
  private long rows;
  private long entries;
  private long agreed;
  private long open;
  private long differences;

  private Reconciliation(Statement statement, Days days, Consumer<Difference> told) {
    this.statement = statement;
    this.days = days;
    this.told = told;
  }

  /**
   * Compares.
   *
   * @param ledger what was written down
   * @param statement what the vendor's statement has
   * @param days which are compared; from the first to the last of the statement unless said
   * @param provider the provider whose vendor has made the statement; all unless said
   * @param told is told each difference
   * @return how many questions agree, and how many do not
   * @throws IllegalArgumentException if the statement cannot be read; the message quotes nothing of
   *     its rows
   * @throws java.io.UncheckedIOException if its file cannot be read
   * @throws LedgerException if the ledger cannot be read
   */
  public static Summary of(
      LedgerReader ledger,
      Statement statement,
      Days days,
      Optional<String> provider,
      Consumer<Difference> told)
      throws LedgerException {
    Reconciliation reconciliation = new Reconciliation(statement, days, told);
    reconciliation.readStatement();
    reconciliation.readLedger(ledger, provider);
    reconciliation.tellTheirs();
    reconciliation.tellDays();
    return new Summary(
        reconciliation.rows,
        reconciliation.entries,
        reconciliation.agreed,
        reconciliation.open,
        reconciliation.differences);
  }

  private void readStatement() {
    SortedMap<LocalDate, Boolean> seen = new TreeMap<>();
    statement.rows(
        days.zone(),
        row -> {
          if (!days.contains(row.day())) {
            return;
          }
          rows++;
          seen.put(row.day(), true);
          if (row.requestId().isPresent()) {
            ids.add(row.requestId().get(), row.charged());
          } else if (row.charged()) {
            count(row.day()).theirs++;
          }
        });
    if (!seen.isEmpty()) {
      days =
          new Days(
              days.zone(),
              days.from().or(() -> Optional.of(seen.firstKey())),
              days.to().or(() -> Optional.of(seen.lastKey())));
    }
  }

  private Count count(LocalDate day) {
    return byDay.computeIfAbsent(day, none -> new Count());
  }

  /** A day more on both sides: a vendor's clock and ours tell the day of midnight differently. */
  private void readLedger(LedgerReader ledger, Optional<String> provider) throws LedgerException {
    Days wider =
        new Days(
            days.zone(),
            days.from().map(day -> day.minusDays(1)),
            days.to().map(day -> day.plusDays(1)));
    ledger.entries(
        wider.begin(),
        wider.end(),
        entry -> {
          if (provider.filter(name -> !name.equals(entry.intent().provider())).isEmpty()) {
            compare(entry, days.of(entry.intent().at()));
          }
        });
  }

  private void compare(LedgerReader.Entry entry, LocalDate day) {
    boolean inside = days.contains(day);
    Optional<Charge> charge = entry.settlement().map(Settlement::charge);
    boolean charged = charge.equals(Optional.of(Charge.CHARGED));
    boolean free = charge.equals(Optional.of(Charge.FREE));
    Optional<String> id =
        statement.requestId().isPresent()
            ? entry.settlement().flatMap(Settlement::requestId)
            : Optional.empty();
    if (id.isPresent() && ids.see(id.get())) {
      entries++;
      int theirs = ids.charged(id.get());
      if ((charged && theirs != 1) || (free && theirs > 0) || theirs > 1) {
        tell(Kind.DIFFERENT, day, id, charged ? 1 : 0, charged || free ? 0 : 1, theirs);
      } else {
        agreed++;
      }
    } else if (inside && id.isPresent()) {
      entries++;
      if (charged) {
        tell(Kind.ONLY_OURS, day, id, 1, 0, 0);
      } else if (!free) {
        open++;
      }
    } else if (inside) {
      entries++;
      count(day).ours += charged ? 1 : 0;
      count(day).perhaps += charged || free ? 0 : 1;
    }
  }

  private void tellTheirs() {
    statement.rows(days.zone(), this::tellTheirs);
  }

  private void tellTheirs(Row row) {
    Optional<String> id = row.requestId();
    if (days.contains(row.day()) && id.isPresent() && !ids.isSeen(id.get())) {
      tell(Kind.ONLY_THEIRS, row.day(), id, 0, 0, row.charged() ? 1 : 0);
    }
  }

  private void tellDays() {
    byDay.forEach(
        (day, count) -> {
          if (count.theirs < count.ours || count.theirs > count.ours + count.perhaps) {
            Kind kind =
                count.theirs == 0
                    ? Kind.ONLY_OURS
                    : count.ours + count.perhaps == 0 ? Kind.ONLY_THEIRS : Kind.DIFFERENT;
            tell(kind, day, Optional.empty(), count.ours, count.perhaps, count.theirs);
          }
        });
  }

  private void tell(
      Kind kind, LocalDate day, Optional<String> requestId, long ours, long perhaps, long theirs) {
    differences++;
    told.accept(new Difference(kind, day, requestId, ours, perhaps, theirs));
  }
}
