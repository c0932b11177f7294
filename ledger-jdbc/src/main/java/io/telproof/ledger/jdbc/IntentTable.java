package io.telproof.ledger.jdbc;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of intents, each with its settlement once it has one. Thread-safe. */
final class IntentTable {
  private static final String COLUMNS =
      "id, at, check_type, provider, operation, subject, correlation_id, purpose, key,"
          + " question, owner";
  private static final String SETTLEMENT =
      "settled_at, outcome, charge, vendor_code, request_id, elapsed_us";
  private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
  private static final int SETTLEMENT_AT = 12;

  /** For the context of an intent that is read, of which nothing but id and purpose is kept. */
  private static final Duration ANY = Duration.ofSeconds(1);

  /** What came of writing a settlement. */
  enum Settling {
    SETTLED,
    /** It is settled, and was in doubt before. */
    LATE,
    /** It was settled before. */
    ALREADY,
    /** There is no intent of this id. */
    UNKNOWN
  }

  private final String intend;
  private final String intendUnderKey;
  private final String settle;
  private final String exists;
  private final String write;
  private final String dismiss;
  private final String underKey;
  private final String span;
  private final String doubts;

  IntentTable(Sql sql) {
    this.intend =
        sql.of("INSERT INTO @intents (" + COLUMNS + ") SELECT " + VALUES + " WHERE alive(?)");
    // Whoever takes the key from this owner waits for the row, and then sees the intent; where the
    // key was taken before, there is no such row.
    this.intendUnderKey =
        sql.of(
            "WITH held AS (SELECT 1 FROM @keys WHERE hash = ? AND question = ? AND holder = ?"
                + " FOR SHARE)"
                + " INSERT INTO @intents ("
                + COLUMNS
                + ") SELECT "
                + VALUES
                + " FROM held WHERE alive(?)");
    // What was told by who asked counts, also against a person's word.
    this.settle =
        sql.of(
            """
            UPDATE @intents SET settled_at = ?, outcome = ?, charge = ?, vendor_code = ?,
              request_id = ?, elapsed_us = ?, late = NOT alive(intents.owner)
            WHERE id = ? AND (outcome IS NULL OR outcome = 'DISMISSED') RETURNING late""");
    this.exists = sql.of("SELECT 1 FROM @intents WHERE id = ?");
    this.write =
        sql.of(
            "INSERT INTO @intents ("
                + COLUMNS
                + ", "
                + SETTLEMENT
                + ", late) VALUES ("
                + VALUES
                + ", ?, ?, ?, ?, ?, ?, false) ON CONFLICT (id) DO UPDATE SET"
                + " settled_at = EXCLUDED.settled_at, outcome = EXCLUDED.outcome,"
                + " charge = EXCLUDED.charge, vendor_code = EXCLUDED.vendor_code,"
                + " request_id = EXCLUDED.request_id, elapsed_us = EXCLUDED.elapsed_us,"
                + " late = NOT alive(EXCLUDED.owner)"
                + " WHERE intents.outcome IS NULL OR intents.outcome = 'DISMISSED'");
    this.dismiss =
        sql.of(
            """
            UPDATE @intents SET settled_at = ?, outcome = 'DISMISSED', charge = 'POSSIBLE',
              elapsed_us = 0, late = true
            WHERE id = ? AND outcome IS NULL AND NOT alive(intents.owner)""");
    String entry =
        "SELECT " + COLUMNS + ", " + SETTLEMENT + ", alive(intents.owner) AS owned FROM @intents";
    this.underKey = sql.of(entry + " WHERE key = ? ORDER BY at, id");
    String page = " AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?";
    this.span = sql.of(entry + " WHERE at >= ? AND at < ?" + page);
    this.doubts = sql.of(entry + " WHERE outcome IS NULL AND NOT alive(intents.owner)" + page);
  }

  /**
   * Writes an intent.
   *
   * @param holds whether the owner was granted the intent's key
   * @return whether the owner is alive, and has the key still where it had it
   */
  boolean intend(Connection connection, Intent intent, long owner, boolean holds)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(holds ? intendUnderKey : intend)) {
      int first = 1;
      if (holds) {
        QuestionKey key = new QuestionKey(intent.key().orElseThrow());
        statement.setBytes(first++, key.key());
        statement.setBytes(first++, key.question());
        statement.setLong(first++, owner);
      }
      int next = bind(statement, first, intent, owner);
      statement.setLong(next, owner);
      return statement.executeUpdate() == 1;
    }
  }

  private static int bind(PreparedStatement statement, int first, Intent intent, long owner)
      throws SQLException {
    int at = first;
    statement.setObject(at++, Digits.uuid(intent.id()));
    statement.setObject(at++, Values.moment(intent.at()));
    statement.setString(at++, intent.check().key());
    statement.setString(at++, Values.text(intent.provider()));
    statement.setString(at++, Values.text(intent.operation()));
    statement.setBytes(at++, Digits.bytes(intent.subject()));
    statement.setString(at++, intent.correlationId());
    statement.setString(at++, Values.text(intent.purpose()));
    if (intent.key().isPresent()) {
      QuestionKey key = new QuestionKey(intent.key().get());
      statement.setBytes(at++, key.key());
      statement.setBytes(at++, key.question());
    } else {
      statement.setNull(at++, Types.BINARY);
      statement.setNull(at++, Types.BINARY);
    }
    statement.setLong(at++, owner);
    return at;
  }

  private static int bind(PreparedStatement statement, int first, Settlement settlement)
      throws SQLException {
    int at = first;
    statement.setObject(at++, Values.moment(settlement.at()));
    statement.setString(at++, settlement.outcome());
    statement.setString(at++, settlement.charge().name());
    statement.setString(at++, Values.text(settlement.vendorCode()));
    statement.setString(at++, Values.text(settlement.requestId()));
    statement.setLong(at++, Values.micros(settlement.elapsed()));
    return at;
  }

  Settling settle(Connection connection, Settlement settlement) throws SQLException {
    UUID id = Digits.uuid(settlement.id());
    try (PreparedStatement statement = connection.prepareStatement(settle)) {
      int next = bind(statement, 1, settlement);
      statement.setObject(next, id);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          return rows.getBoolean(1) ? Settling.LATE : Settling.SETTLED;
        }
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(exists)) {
      statement.setObject(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Settling.ALREADY : Settling.UNKNOWN;
      }
    }
  }

  /**
   * Writes an intent and its settlement, where it is not known whether the intent is there; one
   * that is being written at this moment is waited for.
   */
  Settling write(Connection connection, Intent intent, long owner, Settlement settlement)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(write)) {
      int next = bind(statement, 1, intent, owner);
      if (next != SETTLEMENT_AT) {
        throw new IllegalStateException("an intent has " + (next - 1) + " columns");
      }
      int unused = bind(statement, next, settlement);
      return statement.executeUpdate() == 1 ? Settling.SETTLED : Settling.ALREADY;
    }
  }

  /** Settles one that is in doubt as dismissed; whether it was. */
  boolean dismiss(Connection connection, String id, Instant at) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(dismiss)) {
      statement.setObject(1, Values.moment(at));
      statement.setObject(2, Digits.uuid(id));
      return statement.executeUpdate() == 1;
    }
  }

  /** What was asked under a key, whatever the question was, the oldest first. */
  List<Entry> underKey(Connection connection, QuestionKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(underKey)) {
      statement.setBytes(1, key.key());
      return entries(statement);
    }
  }

  /**
   * What was asked in a span of time, behind an entry and no more than so many, the oldest first.
   */
  List<Entry> span(Connection connection, Instant from, Instant until, Place after, int most)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(span)) {
      statement.setObject(1, Values.moment(from));
      statement.setObject(2, Values.moment(until));
      after.bind(statement, 3);
      statement.setInt(5, most);
      return entries(statement);
    }
  }

  /** The same of what is in doubt. */
  List<Entry> doubts(Connection connection, Place after, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(doubts)) {
      after.bind(statement, 1);
      statement.setInt(3, most);
      return entries(statement);
    }
  }

  /** Where an entry stands among all. */
  record Place(Instant at, UUID id) {
    /** Before all. */
    static final Place FIRST = new Place(Instant.MIN, new UUID(0, 0));

    static Place of(Entry entry) {
      return new Place(entry.intent().at(), Digits.uuid(entry.intent().id()));
    }

    private void bind(PreparedStatement statement, int first) throws SQLException {
      statement.setObject(first, Values.moment(at));
      statement.setObject(first + 1, id);
    }
  }

  private static List<Entry> entries(PreparedStatement statement) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(
            new Entry(
                intent(rows),
                Values.text(rows, "outcome").isPresent()
                    ? Optional.of(settlement(rows))
                    : Optional.empty(),
                rows.getBoolean("owned")));
      }
    }
    return entries;
  }

  private static Intent intent(ResultSet row) throws SQLException {
    String check = row.getString("check_type");
    Intent intent =
        Intent.of(
            Digits.id(row.getObject("id", UUID.class)),
            Values.moment(row, "at"),
            CheckType.of(check).orElseThrow(() -> new SQLException("unknown check", "TP001")),
            row.getString("provider"),
            row.getString("operation"),
            Digits.hash(row.getBytes("subject")),
            new CallContext(ANY, row.getString("correlation_id"), Values.text(row, "purpose")));
    byte @Nullable [] key = row.getBytes("key");
    return key == null
        ? intent
        : intent.withKey(QuestionKey.of(key, row.getBytes("question")).text());
  }

  private static Settlement settlement(ResultSet row) throws SQLException {
    return new Settlement(
        Digits.id(row.getObject("id", UUID.class)),
        Values.moment(row, "settled_at"),
        row.getString("outcome"),
        Charge.valueOf(row.getString("charge")),
        Values.text(row, "vendor_code"),
        Values.text(row, "request_id"),
        Values.micros(row, "elapsed_us"));
  }
}
