package io.telproof.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.HmacKey;
import io.telproof.spi.http.Signer;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Request;

/**
 * The token of a system user, which Meta is sent with each request; beside it, where there is an
 * app secret, the proof that whoever sends the token knows the secret of its app. The secret itself
 * is not sent. Immutable.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Secure
 *     requests</a>
 */
final class BearerToken implements Signer {
  private static final String PROOF = "appsecret_proof";

  private final Optional<HmacKey> appSecret;

  BearerToken(Optional<Sensitive> appSecret) {
    this.appSecret = appSecret.map(secret -> HmacKey.of(secret.reveal().getBytes(UTF_8)));
  }

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String token = credentials.secret().reveal();
    Request.Builder signed = request.newBuilder().header("Authorization", "Bearer " + token);
    appSecret.ifPresent(
        key ->
            signed.url(
                request
                    .url()
                    .newBuilder()
                    .addQueryParameter(PROOF, key.hex(token.getBytes(UTF_8)))
                    .build()));
    return signed.build();
  }

  @Override
  public boolean takesNonce() {
    return false;
  }
}
