package io.telproof.acme;

import com.typesafe.config.ConfigFactory;
import io.telproof.Kind;
import io.telproof.client.Telproof;
import io.telproof.spi.Endpoint;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;

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
            new NoWait(environment.time()), environment.quotas(), environment.keys());
    String config =
        """
        telproof.providers.%1$s {
          type = acme
          %2$s
        }
        telproof.routes {
          phone-status = %1$s
          identity-match = [%1$s]
        }
        # The kit's vendors fail for a living: a breaker would, rightly, ask them no more.
        telproof.breaker.enabled = false
        """
            .formatted(name, settings(endpoint));
    return new Routed(name, Telproof.open(ConfigFactory.parseString(config), hurried));
  }

  /** What may be asked again is, twice. */
  @Override
  public int attempts(Kind kind) {
    return kind.again() ? ATTEMPTS : 1;
  }
}
