package io.telproof.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Days of a time zone, from the first to the last one, both among them. Immutable.
 *
 * @param zone whose midnights divide the days
 * @param from the first day; empty for the first that there is
 * @param to the last day; empty for the last that there is
 */
public record Days(ZoneId zone, Optional<LocalDate> from, Optional<LocalDate> to) {
  private static final Instant LAST =
      LocalDate.of(9999, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant();

  /**
   * Checks the order.
   *
   * @param zone whose midnights divide the days
   * @param from the first day; empty for the first that there is
   * @param to the last day; empty for the last that there is
   * @throws IllegalArgumentException if the last day is before the first
   */
  public Days {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("the last day is before the first");
    }
  }

  /** {@return the first moment} */
  public Instant begin() {
    return from.map(this::midnight).orElse(Instant.EPOCH);
  }

  /** {@return the first moment behind the last day} */
  public Instant end() {
    return to.map(day -> midnight(day.plusDays(1))).orElse(LAST);
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * {@return the day of a moment}
   *
   * @param moment the moment whose day is wanted
   */
  public LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  boolean contains(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }
}
