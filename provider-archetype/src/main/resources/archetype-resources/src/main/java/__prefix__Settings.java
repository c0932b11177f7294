package ${package};

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Optional;

/**
#if ($authentication == "token")
 * What has to be known to use an account. A component is a key of the configuration: {@code
 * clientId} is {@code client-id}.
 *
 * @param clientId the name of the client
 * @param clientSecret its secret
 * @param endpoint where the vendor is, if not at its published address
 * @param tokenEndpoint where the vendor gives tokens, if not at its published address
 */
record ${prefix}Settings(
    Sensitive clientId,
    Sensitive clientSecret,
    Optional<Endpoint> endpoint,
    Optional<Endpoint> tokenEndpoint) {
  Credentials credentials() {
    return Credentials.of(clientId, clientSecret);
  }

  Endpoint tokenAddress() {
    // To do: the whole URL of the token endpoint on the vendor's page.
    return tokenEndpoint.orElseGet(() -> Endpoint.of("https://api.${vendor}.example/token"));
  }
#else
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
#end

  Endpoint address() {
    // To do: the address on the vendor's page.
    return endpoint.orElseGet(() -> Endpoint.host("api.${vendor}.example"));
  }
}
