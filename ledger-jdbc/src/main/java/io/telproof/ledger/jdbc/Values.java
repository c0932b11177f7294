package io.telproof.ledger.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments, times and texts as PostgreSQL keeps them. */
final class Values {
  /** What lies before or behind is as good as for ever, and PostgreSQL has words for that. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Values() {}

  /** A moment, to the microsecond: PostgreSQL would round the rest up. */
  static OffsetDateTime moment(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return OffsetDateTime.MIN;
    }
    if (instant.isAfter(LATEST)) {
      return OffsetDateTime.MAX;
    }
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  static Duration micros(ResultSet row, String column) throws SQLException {
    return Duration.of(row.getLong(column), ChronoUnit.MICROS);
  }

  /** A text, without what PostgreSQL keeps in no text: vendors and callers may send anything. */
  static String text(String text) {
    String kept = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    return kept.chars().noneMatch(each -> Character.isSurrogate((char) each))
        ? kept
        : new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static @Nullable String text(Optional<String> text) {
    return text.map(Values::text).orElse(null);
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
