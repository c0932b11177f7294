package io.telproof.client.internal.config;

import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * How many charges a day are allowed for each check; none are counted where nothing is said.
 *
 * @param zone where a day begins
 * @param perDay the checks for which something is said
 */
public record BudgetSettings(Zone zone, Map<CheckType, ChargesPerDay> perDay) {
  private static final String ZONE = "zone";

  /** Copies the map. */
  public BudgetSettings {
    perDay = Map.copyOf(perDay);
  }

  /** Reads them; empty, and noted, where something is wrong. */
  static Optional<BudgetSettings> of(ConfigSection block) {
    Optional<Zone> zone = SettingsBinder.component(Zone.class, ZONE, block);
    Optional<Map<CheckType, ChargesPerDay>> perDay =
        SettingsBinder.byCheck(
            Arrays.asList(CheckType.values()),
            ZONE,
            block,
            key -> SettingsBinder.component(ChargesPerDay.class, key, block));
    return zone.flatMap(where -> perDay.map(charges -> new BudgetSettings(where, charges)));
  }

  /** How many for this check. */
  public Optional<ChargesPerDay> of(CheckType check) {
    return Optional.ofNullable(perDay.get(check));
  }
}
