package io.telproof.spi.http.oauth;

import io.telproof.spi.http.AccessToken;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens for the account itself, by its client id and secret or key. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, client credentials
 *     grant</a>
 */
public final class ClientCredentialsGrant implements Authorizer {
  private final Endpoint endpoint;
  private final ClientAuthentication authentication;
  private final Optional<String> keyId;

  /**
   * Tokens of an endpoint.
   *
   * @param endpoint the whole URL of the token endpoint
   * @param authentication how the client says who it is
   * @param keyId which of the client's keys it signs with, for {@link
   *     ClientAuthentication#PRIVATE_KEY_JWT} where the vendor wants to be told
   */
  public ClientCredentialsGrant(
      Endpoint endpoint, ClientAuthentication authentication, Optional<String> keyId) {
    this.endpoint = endpoint;
    this.authentication = authentication;
    this.keyId = keyId;
  }

  /**
   * Tokens of an endpoint that needs no key's id.
   *
   * @param endpoint where access tokens are asked for
   * @param authentication how the client says who it is
   */
  public ClientCredentialsGrant(Endpoint endpoint, ClientAuthentication authentication) {
    this(endpoint, authentication, Optional.empty());
  }

  @Override
  public OutgoingRequest request(Grant grant, Credentials credentials, Instant at, String nonce) {
    Form form = new Form();
    form.put("grant_type", "client_credentials");
    if (!grant.scope().isEmpty()) {
      form.put("scope", grant.scope());
    }
    Assertion assertion =
        Assertion.of(credentials, TokenRequest.audience(endpoint), keyId, at, nonce);
    return TokenRequest.of(
        endpoint, form, request -> authentication.prove(credentials, assertion, request, form));
  }

  @Override
  public AccessToken token(Reply reply) {
    return TokenReply.token(reply);
  }
}
