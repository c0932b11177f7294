package io.telproof.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Signer;
import java.time.Instant;
import java.util.Base64;
import okhttp3.Request;

/**
 * HTTP Basic: Twilio is sent the secret itself, with each request. Stateless.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
final class BasicAuthentication implements Signer {
  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String pair = credentials.id().reveal() + ":" + credentials.secret().reveal();
    return request
        .newBuilder()
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
        .build();
  }

  @Override
  public boolean takesNonce() {
    return false;
  }
}
