package io.telproof.client.internal.pipeline;

import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.time.Time;
import java.time.ZoneId;

/** Budgets for tests. */
final class Budgets {
  private Budgets() {}

  /** A budget that is counted in this process. */
  static DailyBudget local(ChargesPerDay perDay, ZoneId zone, Time time) {
    return new DailyBudget("tenure", perDay, zone, LimitStore.local(time), time);
  }
}
