package io.telproof.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the day of a vendor's time. Immutable. */
final class StatementTime {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          pattern("yyyy-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]"),
          pattern("yyyy/M/d H:mm:ss"),
          pattern("yyyy-MM-dd HH:mm"),
          pattern("yyyy/M/d H:mm"),
          DateTimeFormatter.ISO_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE,
          pattern("yyyy/M/d"),
          DateTimeFormatter.BASIC_ISO_DATE);

  private final List<DateTimeFormatter> forms;
  private final ZoneId zone;

  /**
   * Reads by a pattern, or by those that are usual.
   *
   * @param zone of times without one, and of the days
   * @throws IllegalArgumentException if the pattern is none
   */
  StatementTime(Optional<String> pattern, ZoneId zone) {
    this.forms = pattern.map(StatementTime::pattern).map(List::of).orElse(FORMS);
    this.zone = zone;
  }

  private static DateTimeFormatter pattern(String text) {
    return DateTimeFormatter.ofPattern(text, Locale.ROOT);
  }

  /** The day; empty where it cannot be read. */
  Optional<LocalDate> day(String text) {
    for (DateTimeFormatter form : forms) {
      try {
        return Optional.of(
            day(
                form.parseBest(
                    text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
      } catch (DateTimeException e) {
        // Perhaps it has the next form.
      }
    }
    return Optional.empty();
  }

  private LocalDate day(TemporalAccessor time) {
    return time instanceof OffsetDateTime moment
        ? LocalDate.ofInstant(Instant.from(moment), zone)
        : time.query(TemporalQueries.localDate());
  }
}
