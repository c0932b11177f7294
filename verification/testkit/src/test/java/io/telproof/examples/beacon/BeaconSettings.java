package io.telproof.examples.beacon;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Optional;

/**
 * What has to be known to use an account with Beacon.
 *
 * @param clientId the name of the client
 * @param clientSecret its secret
 * @param endpoint where Beacon is, if not at its published address
 * @param tokenEndpoint where it gives tokens, if not at its published address
 */
record BeaconSettings(
    Sensitive clientId,
    Sensitive clientSecret,
    Optional<Endpoint> endpoint,
    Optional<Endpoint> tokenEndpoint) {
  Credentials credentials() {
    return Credentials.of(clientId, clientSecret);
  }

  Endpoint address() {
    return endpoint.orElseGet(() -> Endpoint.of("https://api.beacon.example/v1"));
  }

  Endpoint tokenAddress() {
    return tokenEndpoint.orElseGet(() -> Endpoint.of("https://login.beacon.example/token"));
  }
}
