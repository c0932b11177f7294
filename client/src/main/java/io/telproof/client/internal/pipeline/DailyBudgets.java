package io.telproof.client.internal.pipeline;

import io.telproof.client.internal.config.BudgetSettings;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.Routes;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.time.Time;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The budgets of a client: of each check that has one, and of each shadow. Thread-safe. */
public final class DailyBudgets {
  private final Map<CheckType, DailyBudget> checks = new EnumMap<>(CheckType.class);
  private final Map<CheckType, DailyBudget> shadows = new EnumMap<>(CheckType.class);

  DailyBudgets(BudgetSettings settings, Routes routes, LimitStore store, Time time) {
    for (CheckType check : CheckType.values()) {
      settings
          .of(check)
          .map(perDay -> new DailyBudget(check.key(), perDay, settings.zone().id(), store, time))
          .ifPresent(budget -> checks.put(check, budget));
      routes
          .route(check)
          .flatMap(Route::shadow)
          .map(
              shadow ->
                  new DailyBudget(
                      "shadow/" + check.key(), shadow.budget(), settings.zone().id(), store, time))
          .ifPresent(budget -> shadows.put(check, budget));
    }
  }

  /** The budget of a check; empty where it has none. */
  Optional<DailyBudget> of(CheckType check) {
    return Optional.ofNullable(checks.get(check));
  }

  /** The budget of the shadow of a check; empty where it has no shadow. */
  Optional<DailyBudget> ofShadow(CheckType check) {
    return Optional.ofNullable(shadows.get(check));
  }
}
