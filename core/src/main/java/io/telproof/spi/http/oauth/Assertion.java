package io.telproof.spi.http.oauth;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.reply.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a JWT by which a client asks for a token. Signed with what Java has: a library
 * would be larger than all of this, because nothing is read, verified or encrypted here. Prints
 * nothing. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519, JSON Web Token</a>
 */
final class Assertion {
  /** So far the clock may be ahead of the vendor's, who refuses what was issued in its future. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** With the minute before: well below the 300 seconds that CAMARA allows at the most. */
  private static final Duration VALID = Duration.ofMinutes(2);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Credentials credentials;
  private final Optional<String> keyId;
  private final Map<String, Object> claims;

  private Assertion(Credentials credentials, Optional<String> keyId, Map<String, Object> claims) {
    this.credentials = credentials;
    this.keyId = keyId;
    this.claims = claims;
  }

  /**
   * For a token endpoint, of this client.
   *
   * @param audience the token endpoint's URL
   * @param keyId which of the client's keys it is, where the vendor wants to be told
   * @param nonce never given twice
   */
  static Assertion of(
      Credentials credentials, String audience, Optional<String> keyId, Instant at, String nonce) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", credentials.id().reveal());
    claims.put("aud", audience);
    claims.put("iat", at.minus(AHEAD).getEpochSecond());
    claims.put("exp", at.plus(VALID).getEpochSecond());
    claims.put("jti", nonce);
    return new Assertion(credentials, keyId, claims);
  }

  /** The same about this subject. */
  Assertion about(String subject) {
    return with("sub", subject);
  }

  /** The same that asks for this scope. */
  Assertion scoped(String scope) {
    return with("scope", scope);
  }

  private Assertion with(String claim, String value) {
    Map<String, Object> more = new LinkedHashMap<>(claims);
    more.put(claim, value);
    return new Assertion(credentials, keyId, more);
  }

  /**
   * The JWT.
   *
   * @throws IllegalArgumentException if the client's secret is no private key
   */
  String signed() {
    SigningKey key = SigningKey.of(credentials.secret().reveal());
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm());
    header.put("typ", "JWT");
    keyId.ifPresent(id -> header.put("kid", id));
    String text = base64(JsonObject.write(header)) + "." + base64(JsonObject.write(claims));
    return text + "." + base64(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
