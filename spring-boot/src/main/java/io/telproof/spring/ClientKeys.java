package io.telproof.spring;

import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys beneath {@code telproof} that have one name in every application. Those of a provider's
 * block have not: the block's name is the application's, and what stands in it the module's.
 */
final class ClientKeys {
  private static final List<String> FIXED =
      List.of(
          "limits.kept",
          "limits.hash-key",
          "retry.attempts",
          "retry.first-backoff",
          "breaker.enabled",
          "breaker.window",
          "breaker.least-calls",
          "breaker.failure-rate",
          "breaker.open-for",
          "breaker.trial-calls",
          "budgets.zone",
          "cache.size",
          "coalesce",
          "audit.hash-key",
          "ledger.kept",
          "ledger.required",
          "ledger.hash-key",
          "ledger.answers.keep",
          "ledger.answers.key");

  /** What the modules read that keep limits and ledgers elsewhere. */
  private static final List<String> OF_MODULES =
      List.of(
          "limits.url",
          "limits.cluster",
          "limits.user",
          "limits.password",
          "limits.ca-file",
          "limits.prefix",
          "limits.away",
          "limits.share",
          "limits.command-timeout",
          "limits.hold",
          "ledger.directory",
          "ledger.rotate-at",
          "ledger.survives",
          "ledger.url",
          "ledger.user",
          "ledger.password",
          "ledger.schema",
          "ledger.connections",
          "ledger.lease",
          "ledger.connect-timeout",
          "ledger.command-timeout");

  private ClientKeys() {}

  /** Their paths, sorted. */
  static List<String> paths() {
    return Stream.of(
            FIXED.stream(),
            OF_MODULES.stream(),
            Arrays.stream(CheckType.values()).flatMap(ClientKeys::of))
        .flatMap(each -> each)
        .map(each -> "telproof." + each)
        .sorted()
        .toList();
  }

  private static Stream<String> of(CheckType check) {
    String route = "routes." + check.key();
    return Stream.of(
            Stream.of(route, route + ".primary", "budgets." + check.key()),
            check.mayFailOver() ? Stream.of(route + ".max-wait") : Stream.<String>of(),
            check.mayShadow()
                ? Stream.of(route + ".shadow", route + ".sample", route + ".budget")
                : Stream.<String>of(),
            check.mayCache() ? Stream.of("cache." + check.key()) : Stream.<String>of())
        .flatMap(each -> each);
  }
}
