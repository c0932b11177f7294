package io.telproof.spi.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Until the day is over in a time zone. A vendor whose clock is behind ours still refuses for the
 * day before when ours has begun: in the first minutes of a day it is taken so, or a number would
 * be kept from the vendor for a whole day more.
 */
record RestOfDay(ZoneId zone) implements RefusalPeriod {
  /** By how much clocks may differ, as by the vendors' pages a request's time may. */
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  RestOfDay {
    Objects.requireNonNull(zone, "zone");
  }

  @Override
  public Instant end(Instant asked) {
    return asked
        .minus(CLOCKS)
        .atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant();
  }

  @Override
  public boolean isStated() {
    return true;
  }

  /** For the documentation. */
  @Override
  public String toString() {
    return "before the vendor's next day (" + zone + ")";
  }
}
