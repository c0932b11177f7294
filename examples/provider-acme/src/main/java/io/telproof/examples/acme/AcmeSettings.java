package io.telproof.examples.acme;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Optional;

/**
 * What has to be known to use an account with Acme.
 *
 * @param accessKey the name of the key
 * @param secretKey the key itself
 * @param endpoint where Acme is, if not at its published address
 */
record AcmeSettings(Sensitive accessKey, Sensitive secretKey, Optional<Endpoint> endpoint) {
  Credentials credentials() {
    return Credentials.of(accessKey, secretKey);
  }

  Endpoint address() {
    return endpoint.orElseGet(() -> Endpoint.host("api.acme.example"));
  }
}
