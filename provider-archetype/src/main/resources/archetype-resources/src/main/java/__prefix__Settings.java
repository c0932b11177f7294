package ${package};

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Optional;

/**
 * What has to be known to use an account. A component is a key of the configuration: {@code
 * accessKey} is {@code access-key}.
 *
 * @param accessKey the name of the key
 * @param secretKey the key itself
 * @param endpoint where the vendor is, if not at its published address
 */
record ${prefix}Settings(Sensitive accessKey, Sensitive secretKey, Optional<Endpoint> endpoint) {
  Credentials credentials() {
    return Credentials.of(accessKey, secretKey);
  }

  Endpoint address() {
    // To do: the address on the vendor's page.
    return endpoint.orElseGet(() -> Endpoint.host("api.${vendor}.example"));
  }
}
