package io.telproof.ledger.jdbc;

import io.telproof.ledger.jdbc.IntentTable.Place;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Looks at a ledger, and changes nothing. Thread-safe. */
final class JdbcLedgerReader implements LedgerReader {
  /** So many rows are held at once. */
  private static final int PAGE = 1000;

  private final Database database;
  private final IntentTable intents;

  JdbcLedgerReader(Database database, IntentTable intents) {
    this.database = database;
    this.intents = intents;
  }

  /** Opens one; nothing is made or changed where there is no ledger. */
  static JdbcLedgerReader open(JdbcLedgerSettings settings) throws LedgerException {
    try {
      Database database = Database.open(settings, true);
      JdbcLedgerReader reader =
          new JdbcLedgerReader(database, new IntentTable(new Sql(settings.schemaName())));
      boolean there = false;
      try {
        List<Entry> unused =
            database.run(
                connection ->
                    reader.intents.span(connection, Instant.MIN, Instant.MIN, Place.FIRST, 1));
        there = true;
        return reader;
      } finally {
        if (!there) {
          database.close();
        }
      }
    } catch (SqlFailure e) {
      throw e.told();
    }
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
    show(after -> connection -> intents.span(connection, from, until, after, PAGE), shown);
  }

  @Override
  public void doubts(Consumer<Entry> shown) throws LedgerException {
    show(after -> connection -> intents.doubts(connection, after, PAGE), shown);
  }

  @FunctionalInterface
  private interface Page {
    Database.Work<List<Entry>> after(Place place);
  }

  /**
   * Page after page, each from the index, where the last one ended: no connection is held, and no
   * transaction keeps PostgreSQL from tidying up, while somebody looks.
   */
  private void show(Page page, Consumer<Entry> shown) throws LedgerException {
    Place place = Place.FIRST;
    List<Entry> entries;
    do {
      try {
        entries = database.run(page.after(place));
      } catch (SqlFailure e) {
        throw e.told();
      }
      entries.forEach(shown);
      if (!entries.isEmpty()) {
        place = Place.of(entries.get(entries.size() - 1));
      }
    } while (entries.size() == PAGE);
  }

  @Override
  public void close() {
    database.close();
  }
}
