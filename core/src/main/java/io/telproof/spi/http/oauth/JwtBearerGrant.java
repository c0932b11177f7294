package io.telproof.spi.http.oauth;

import io.telproof.Sensitive;
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
 * Tokens about one person each, by a JWT that the client signs with its private key and that names
 * the person. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.1">RFC 7523, JWTs as authorization
 *     grants</a>
 */
public final class JwtBearerGrant implements Authorizer {
  private final Endpoint endpoint;
  private final Optional<String> keyId;

  /**
   * Tokens of an endpoint.
   *
   * @param endpoint the whole URL of the token endpoint
   * @param keyId which of the client's keys it signs with, where the vendor wants to be told
   */
  public JwtBearerGrant(Endpoint endpoint, Optional<String> keyId) {
    this.endpoint = endpoint;
    this.keyId = keyId;
  }

  /**
   * The request for a token about the grant's subject, with the scope among the claims.
   *
   * @throws IllegalArgumentException if the grant has no subject
   */
  @Override
  public OutgoingRequest request(Grant grant, Credentials credentials, Instant at, String nonce) {
    Sensitive subject =
        grant
            .subject()
            .orElseThrow(
                () -> new IllegalArgumentException("a JWT bearer grant is about somebody"));
    Form form = new Form();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put(
        "assertion",
        Assertion.of(credentials, TokenRequest.audience(endpoint), keyId, at, nonce)
            .about(subject.reveal())
            .scoped(grant.scope())
            .signed());
    return TokenRequest.of(endpoint, form, request -> {});
  }

  @Override
  public AccessToken token(Reply reply) {
    return TokenReply.token(reply);
  }
}
