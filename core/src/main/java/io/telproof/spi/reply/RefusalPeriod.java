package io.telproof.spi.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * For how long a vendor is not asked again about a number that it has refused. Where the vendor
 * leaves it open, the shorter time is right: a question that is sent too early is refused once more
 * and costs nothing, but one that is not sent could have been answered. Immutable.
 */
public sealed interface RefusalPeriod permits RestOfDay, Pause {
  /**
   * The moment from which on the number may be asked again.
   *
   * @param asked when the question was put that the vendor refused, by this machine's clock
   * @return a moment that may be over already
   */
  Instant end(Instant asked);

  /** {@return whether it is the vendor that tells how long, so that asking is of no use before} */
  boolean isStated();

  /**
   * {@return until the vendor's day is over}
   *
   * @param zone where the vendor's day begins
   */
  static RefusalPeriod restOfDay(ZoneId zone) {
    return new RestOfDay(zone);
  }

  /**
   * {@return so long, where the vendor does not tell}
   *
   * @param length more than zero
   * @throws IllegalArgumentException if it is not
   */
  static RefusalPeriod pause(Duration length) {
    return new Pause(length);
  }
}
