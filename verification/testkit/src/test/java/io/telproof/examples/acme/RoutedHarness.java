package io.telproof.examples.acme;

import com.typesafe.config.ConfigFactory;
import io.telproof.FailureKind;
import io.telproof.client.Telproof;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.time.HandTime;
import java.util.stream.Collectors;

/**
 * Acme as an application has it: configured, found by ServiceLoader, behind a route and what
 * repeats questions.
 */
final class RoutedHarness extends AcmeHarness {
  private static final int ATTEMPTS = 3;

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    ProviderEnvironment hurried =
        new ProviderEnvironment(
            HandTime.over(environment.time()),
            environment.rateLimiters(),
            environment.credentials());
    String config =
        """
        telproof.providers.%1$s {
          type = acme
          %2$s
          limits { %3$s }
        }
        telproof.routes {
          phone-status = %1$s
          identity-match = [%1$s]
        }
        # The kit's vendors fail for a living: a breaker would, rightly, ask them no more.
        telproof.breaker.enabled = false
        # And they refuse for the day.
        telproof.limits.kept = forgetful
        """
            .formatted(name, settings(endpoint), limits(environment.limits()));
    return new RoutedProvider(name, Telproof.open(ConfigFactory.parseString(config), hurried));
  }

  private static String limits(AccountLimits limits) {
    return limits.byName().entrySet().stream()
        .map(
            each ->
                "%s { rate = %s, travel = %dms }"
                    .formatted(
                        each.getKey(), each.getValue().all(), each.getValue().travel().toMillis()))
        .collect(Collectors.joining("\n"));
  }

  /** What may be asked again is, twice. */
  @Override
  public int attempts(FailureKind kind) {
    return kind.retryable() ? ATTEMPTS : 1;
  }
}
