package io.telproof.examples.beacon;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.util.Optional;

/**
 * What has to be known to use an account with Beacon.
 *
 * @param clientId the name of the client
 * @param clientSecret its secret
 * @param endpoint where Beacon is, if not at its published address
 * @param tokenEndpoint where it gives tokens, if not at its published address
 * @param accountLimit what the account may ask in all, if not what Beacon's page says
 */
record BeaconSettings(
    Sensitive clientId,
    Sensitive clientSecret,
    Optional<Endpoint> endpoint,
    Optional<Endpoint> tokenEndpoint,
    Optional<RateLimit> accountLimit) {
  Credentials credentials() {
    return Credentials.of(clientId, clientSecret);
  }

  Endpoint address() {
    return endpoint.orElseGet(() -> Endpoint.of("https://api.beacon.example/v1"));
  }

  /** Beacon counts all operations of an account together, beside those that it counts alone. */
  RateLimits together() {
    return RateLimits.of(accountLimit.orElseGet(() -> RateLimit.perSecond(20)));
  }

  Endpoint tokenAddress() {
    return tokenEndpoint.orElseGet(() -> Endpoint.of("https://login.beacon.example/token"));
  }
}
