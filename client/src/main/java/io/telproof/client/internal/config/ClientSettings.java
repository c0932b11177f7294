package io.telproof.client.internal.config;

import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a configuration says of the client itself, beside its providers and routes. */
public record ClientSettings(
    RetrySettings retry,
    BreakerSettings breaker,
    BudgetSettings budgets,
    CacheSettings cache,
    Set<CheckType> coalesce,
    AuditSettings audit) {
  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.Caffeine";

  /** Reads them; empty, and noted, where something is wrong. */
  public static Optional<ClientSettings> of(ConfigSection telproof) {
    Optional<RetrySettings> retry = telproof.section("retry").flatMap(RetrySettings::of);
    Optional<BreakerSettings> breaker = telproof.section("breaker").flatMap(BreakerSettings::of);
    Optional<BudgetSettings> budgets = telproof.section("budgets").flatMap(BudgetSettings::of);
    Optional<CacheSettings> cache =
        telproof
            .section("cache")
            .flatMap(CacheSettings::of)
            .filter(each -> canKeep(telproof, each));
    Optional<Set<CheckType>> coalesce = telproof.texts("coalesce").map(w -> checks(telproof, w));
    Optional<AuditSettings> audit =
        telproof.section("audit").flatMap(block -> SettingsBinder.bind(AuditSettings.class, block));
    if (retry.isEmpty()
        || breaker.isEmpty()
        || budgets.isEmpty()
        || cache.isEmpty()
        || coalesce.isEmpty()
        || audit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClientSettings(
            retry.get(), breaker.get(), budgets.get(), cache.get(), coalesce.get(), audit.get()));
  }

  /** Caffeine is an optional dependency. */
  private static boolean canKeep(ConfigSection telproof, CacheSettings cache) {
    if (cache.keep().isEmpty()) {
      return true;
    }
    try {
      Class.forName(CAFFEINE, false, ClientSettings.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return telproof.mayBe(
          "cache",
          "answers are kept by Caffeine, which is not on the class path: add"
              + " com.github.ben-manes.caffeine:caffeine, or leave the checks out",
          "answers are kept by Caffeine: the application needs"
              + " com.github.ben-manes.caffeine:caffeine on its class path");
    }
  }

  private static Set<CheckType> checks(ConfigSection telproof, List<String> words) {
    Set<CheckType> checks = EnumSet.noneOf(CheckType.class);
    for (String word : words) {
      CheckType.of(word)
          .filter(CheckType::mayCoalesce)
          .ifPresentOrElse(
              checks::add,
              () ->
                  telproof.problem(
                      "coalesce", word + " cannot be shared; expected any of " + shareable()));
    }
    if (checks.size() == words.size()) {
      telproof.accepted("coalesce", words.toString());
    }
    return checks;
  }

  private static String shareable() {
    return String.join(
        ", ",
        Arrays.stream(CheckType.values())
            .filter(CheckType::mayCoalesce)
            .map(CheckType::key)
            .toList());
  }
}
