package io.telproof.client;

import io.telproof.spi.Capability;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a configuration says of the client itself, beside its providers and routes. */
record ClientSettings(
    RetrySettings retry,
    BreakerSettings breaker,
    CeilingSettings ceilings,
    CacheSettings cache,
    Set<Capability> coalesce,
    AuditSettings audit) {
  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.Caffeine";
  private static final Set<Capability> SHAREABLE =
      EnumSet.of(Capability.PHONE_STATUS, Capability.TENURE, Capability.IDENTITY_MATCH);

  /** Reads them; empty, and noted, where something is wrong. */
  static Optional<ClientSettings> of(Section telproof) {
    Optional<RetrySettings> retry = bound(telproof, "retry", RetrySettings.class);
    Optional<BreakerSettings> breaker = bound(telproof, "breaker", BreakerSettings.class);
    Optional<CeilingSettings> ceilings = bound(telproof, "ceilings", CeilingSettings.class);
    Optional<CacheSettings> cache =
        bound(telproof, "cache", CacheSettings.class).filter(each -> canKeep(telproof, each));
    Optional<Set<Capability>> coalesce = telproof.texts("coalesce").map(w -> checks(telproof, w));
    Optional<AuditSettings> audit = bound(telproof, "audit", AuditSettings.class);
    quota(telproof);
    if (retry.isEmpty()
        || breaker.isEmpty()
        || ceilings.isEmpty()
        || cache.isEmpty()
        || coalesce.isEmpty()
        || audit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClientSettings(
            retry.get(), breaker.get(), ceilings.get(), cache.get(), coalesce.get(), audit.get()));
  }

  private static <S extends Record> Optional<S> bound(Section telproof, String key, Class<S> type) {
    return telproof.section(key).flatMap(block -> SettingsBinder.bind(type, block));
  }

  /** Caffeine is an optional dependency. */
  private static boolean canKeep(Section telproof, CacheSettings cache) {
    if (Arrays.stream(Capability.values()).allMatch(check -> cache.of(check).isEmpty())) {
      return true;
    }
    try {
      Class.forName(CAFFEINE, false, ClientSettings.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      telproof.problem(
          "cache",
          "answers are kept by Caffeine, which is not on the class path: add"
              + " com.github.ben-manes.caffeine:caffeine, or leave the checks out");
      return false;
    }
  }

  private static Set<Capability> checks(Section telproof, List<String> words) {
    Set<Capability> checks = EnumSet.noneOf(Capability.class);
    for (String word : words) {
      Capability.of(word)
          .filter(SHAREABLE::contains)
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
        Arrays.stream(Capability.values())
            .filter(SHAREABLE::contains)
            .map(Capability::key)
            .toList());
  }

  private static void quota(Section telproof) {
    telproof
        .section("quota")
        .ifPresent(
            quota -> {
              quota.allow(List.of("kept"));
              quota.text("kept").ifPresent(kept -> kept(quota, kept));
            });
  }

  private static void kept(Section quota, String kept) {
    if (kept.equals("local")) {
      quota.accepted("kept", kept);
    } else {
      quota.problem(
          "kept",
          "expected local: limits are kept in this process, unless the application gives its own"
              + " Quotas");
    }
  }
}
