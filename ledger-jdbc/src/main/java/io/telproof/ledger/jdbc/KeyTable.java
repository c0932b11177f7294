package io.telproof.ledger.jdbc;

import io.telproof.AnswerOrigin;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of idempotency keys. Thread-safe. */
final class KeyTable {
  private static final String RECEIPT =
      "provider, operation, charge, vendor_code, request_id, asked_at, elapsed_us, origin";

  private final IntentTable intents;
  private final String take;
  private final String held;
  private final String put;
  private final String lock;
  private final String alive;
  private final String retake;
  private final String conclude;
  private final String release;
  private final String forget;

  KeyTable(Sql sql, IntentTable intents) {
    this.intents = intents;
    // Intents without a row here are there where old rows were deleted in parts.
    this.take =
        sql.of(
            """
            INSERT INTO @keys (hash, question, holder) SELECT ?, ?, ?
            WHERE alive(?) AND NOT EXISTS (SELECT 1 FROM @intents WHERE key = ?)
            ON CONFLICT (hash) DO NOTHING""");
    this.held = sql.of("SELECT alive(keys.holder), question FROM @keys WHERE hash = ?");
    this.put =
        sql.of("INSERT INTO @keys (hash, question) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING");
    this.lock =
        sql.of(
            "SELECT question, holder, outcome, answer, answer_until, "
                + RECEIPT
                + " FROM @keys WHERE hash = ? FOR UPDATE");
    this.alive = sql.of("SELECT alive(?), alive(?)");
    this.retake =
        sql.of(
            "UPDATE @keys SET question = ?, holder = ?, claimed_at = clock_timestamp()"
                + " WHERE hash = ?");
    this.conclude =
        sql.of(
            "UPDATE @keys SET holder = NULL, outcome = ?, answer = ?, answer_until = ?, ("
                + RECEIPT
                + ") = ROW(?, ?, ?, ?, ?, ?, ?, ?) WHERE hash = ? AND holder = ?");
    // An insert waits for another one of the same key, which may be that of a claim whose reply was
    // lost; an update alone would not see it.
    this.release =
        sql.of(
            "INSERT INTO @keys (hash, question) VALUES (?, ?)"
                + " ON CONFLICT (hash) DO UPDATE SET holder = NULL WHERE keys.holder = ?");
    this.forget =
        sql.of(
            "UPDATE @keys SET answer = NULL, answer_until = NULL"
                + " WHERE answer IS NOT NULL AND answer_until <= ?");
  }

  /**
   * Takes a key that nobody ever had, or sees that somebody has it at this moment.
   *
   * @return empty where whoever asks has to look closer
   */
  Optional<KeyClaim> look(Connection connection, QuestionKey key, long owner) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(take)) {
      statement.setBytes(1, key.key());
      statement.setBytes(2, key.question());
      statement.setLong(3, owner);
      statement.setLong(4, owner);
      statement.setBytes(5, key.key());
      if (statement.executeUpdate() == 1) {
        return Optional.of(new KeyClaim.Granted());
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(held)) {
      statement.setBytes(1, key.key());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1)
            ? Optional.of(of(rows, key).unlessOther(key, new KeyClaim.UnderWay()))
            : Optional.empty();
      }
    }
  }

  /** The key with the question of its row. */
  private static QuestionKey of(ResultSet row, QuestionKey key) throws SQLException {
    return QuestionKey.of(key.key(), row.getBytes("question"));
  }

  /** A row of a key, which is locked. */
  private record Row(
      QuestionKey key, @Nullable Long holder, Optional<KeyClaim.Concluded> concluded) {}

  /**
   * Decides with the row of the key locked, in one transaction. Each question is a statement of its
   * own: it sees what was committed while the lock was waited for.
   *
   * @return empty where the owner itself is not alive
   */
  Optional<KeyClaim> claim(Connection connection, QuestionKey key, long owner, Instant now)
      throws SQLException {
    Row row = locked(connection, key, now);
    try (PreparedStatement statement = connection.prepareStatement(alive)) {
      statement.setLong(1, owner);
      statement.setLong(2, row.holder() == null ? -1 : row.holder());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (!rows.getBoolean(1)) {
          return Optional.empty();
        }
        if (rows.getBoolean(2)) {
          return Optional.of(row.key().unlessOther(key, new KeyClaim.UnderWay()));
        }
      }
    }
    Optional<KeyClaim> asked = asked(intents.underKey(connection, key), row, key);
    if (asked.isPresent()) {
      return asked;
    }
    try (PreparedStatement statement = connection.prepareStatement(retake)) {
      statement.setBytes(1, key.question());
      statement.setLong(2, owner);
      statement.setBytes(3, key.key());
      int unused = statement.executeUpdate();
    }
    return Optional.of(new KeyClaim.Granted());
  }

  private Row locked(Connection connection, QuestionKey key, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(put)) {
      statement.setBytes(1, key.key());
      statement.setBytes(2, key.question());
      int unused = statement.executeUpdate();
    }
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setBytes(1, key.key());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("a row went away", "TP002");
        }
        return new Row(of(rows, key), rows.getObject("holder", Long.class), concluded(rows, now));
      }
    }
  }

  /** What was asked under a key decides; empty where it may be asked under. */
  private static Optional<KeyClaim> asked(List<Entry> entries, Row row, QuestionKey key) {
    List<Intent> open =
        entries.stream().filter(entry -> entry.settlement().isEmpty()).map(Entry::intent).toList();
    if (!open.isEmpty()) {
      return Optional.of(of(open.get(0)).unlessOther(key, new KeyClaim.InDoubt(open)));
    }
    if (row.concluded().isPresent()) {
      return Optional.of(row.key().unlessOther(key, row.concluded().get()));
    }
    return entries.stream()
        .filter(KeyTable::isBilled)
        .reduce((older, newer) -> newer)
        .map(entry -> of(entry.intent()).unlessOther(key, receipt(entry)));
  }

  private static QuestionKey of(Intent intent) {
    return new QuestionKey(intent.key().orElseThrow());
  }

  /** Whether it was settled at another charge than FREE, and not dismissed. */
  private static boolean isBilled(Entry entry) {
    return entry
        .settlement()
        .filter(settlement -> settlement.charge() != Charge.FREE)
        .filter(settlement -> !settlement.outcome().equals(Settlement.DISMISSED))
        .isPresent();
  }

  private static KeyClaim receipt(Entry entry) {
    Settlement settlement = entry.settlement().orElseThrow();
    Receipt receipt =
        Receipt.of(
            entry.intent().provider(),
            entry.intent().operation(),
            settlement.charge(),
            entry.intent().at(),
            settlement.elapsed());
    return new KeyClaim.Concluded(
        settlement.outcome(),
        receipt(receipt, settlement.vendorCode(), settlement.requestId()),
        Optional.empty());
  }

  private static Receipt receipt(
      Receipt receipt, Optional<String> vendorCode, Optional<String> requestId) {
    Receipt told = vendorCode.map(receipt::withVendorCode).orElse(receipt);
    return requestId.map(told::withRequestId).orElse(told);
  }

  private static Optional<KeyClaim.Concluded> concluded(ResultSet row, Instant now)
      throws SQLException {
    Optional<String> outcome = Values.text(row, "outcome");
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    Receipt receipt =
        receipt(
            Receipt.of(
                row.getString("provider"),
                row.getString("operation"),
                Charge.valueOf(row.getString("charge")),
                Values.moment(row, "asked_at"),
                Values.micros(row, "elapsed_us")),
            Values.text(row, "vendor_code"),
            Values.text(row, "request_id"));
    AnswerOrigin origin = AnswerOrigin.valueOf(row.getString("origin"));
    Optional<String> answer = Values.text(row, "answer");
    return Optional.of(
        new KeyClaim.Concluded(
            outcome.get(),
            origin == AnswerOrigin.FRESH ? receipt : receipt.withOrigin(origin, receipt.elapsed()),
            answer.isPresent() && now.isBefore(Values.moment(row, "answer_until"))
                ? answer.map(Sensitive::of)
                : Optional.empty()));
  }

  /** Writes what came of a key; whether this owner still had it. */
  boolean conclude(Connection connection, Conclusion conclusion, long owner) throws SQLException {
    Receipt receipt = conclusion.receipt();
    @Nullable String answer = conclusion.answer().map(Sensitive::reveal).orElse(null);
    try (PreparedStatement statement = connection.prepareStatement(conclude)) {
      statement.setString(1, conclusion.outcome());
      statement.setString(2, answer);
      statement.setObject(3, answer == null ? null : Values.moment(conclusion.until()));
      statement.setString(4, Values.text(receipt.provider()));
      statement.setString(5, Values.text(receipt.operation()));
      statement.setString(6, receipt.charge().name());
      statement.setString(7, Values.text(receipt.vendorCode()));
      statement.setString(8, Values.text(receipt.requestId()));
      statement.setObject(9, Values.moment(receipt.at()));
      statement.setLong(10, Values.micros(receipt.elapsed()));
      statement.setString(11, receipt.origin().name());
      statement.setBytes(12, conclusion.key().key());
      statement.setLong(13, owner);
      return statement.executeUpdate() == 1;
    }
  }

  /** Gives a key back, where this owner still has it; whether it had. */
  boolean release(Connection connection, QuestionKey key, long owner) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(release)) {
      statement.setBytes(1, key.key());
      statement.setBytes(2, key.question());
      statement.setLong(3, owner);
      return statement.executeUpdate() == 1;
    }
  }

  /** Deletes the answers whose time is over. */
  void forget(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(forget)) {
      statement.setObject(1, Values.moment(now));
      int unused = statement.executeUpdate();
    }
  }

  /** What is to be kept of a key. */
  record Conclusion(
      QuestionKey key,
      String outcome,
      Receipt receipt,
      Optional<Sensitive> answer,
      Instant until) {}
}
