package io.telproof.sandbox.tencent;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets in who signed rightly, in time, with a key it knows. */
final class Authenticator {

  static final Duration WINDOW = Duration.ofMinutes(5);

  /** The largest body of a POST, and the largest query of a GET, by the signature page. */
  private static final int LARGEST_BODY = 10 << 20;

  private static final int LARGEST_QUERY = 32 << 10;

  private final Map<String, TencentCredentials> keys;
  private final KeyRing ring;

  Authenticator(TencentSettings settings, KeyRing ring) {
    this.ring = ring;
    this.keys =
        settings.credentials().stream()
            .collect(Collectors.toMap(TencentCredentials::secretId, Function.identity()));
  }

  /**
   * Checks everything about the signature.
   *
   * @return the product the request is signed for
   * @throws Refusal with the vendor's {@code AuthFailure} code
   */
  String admit(VendorRequest request, Instant now) throws Refusal {
    if (!request.method().equals("POST") && !request.method().equals("GET")) {
      throw new Refusal("UnsupportedProtocol", "Only GET and POST requests are supported.");
    }
    if (request.body().length > LARGEST_BODY || request.query().length() > LARGEST_QUERY) {
      throw new Refusal("RequestSizeLimitExceeded", "The request is too large.");
    }
    Authorization claimed = Authorization.parse(request.headers("Authorization"));
    for (String name : claimed.signedHeaders()) {
      if (request.headers(name).size() != 1) {
        throw Authorization.malformed("a header in SignedHeaders was not sent exactly once");
      }
    }
    String timestamp = timestamp(request);
    Instant signedAt = instant(timestamp);
    if (Duration.between(signedAt, now).abs().compareTo(WINDOW) > 0) {
      throw new Refusal(
          "AuthFailure.SignatureExpire",
          "The signature has expired: X-TC-Timestamp is more than 5 minutes from server time.");
    }
    TencentCredentials key = keys.get(claimed.secretId());
    boolean revoked = ring.isRevoked(claimed.secretId());
    if (revoked && key != null && key.token().isPresent()) {
      throw new Refusal("AuthFailure.TokenFailure", "The token is over.");
    }
    // The pages have one code for a key that is missing and for one that is switched off.
    if (key == null || revoked) {
      throw new Refusal("AuthFailure.SecretIdNotFound", "The SecretId is not found.");
    }
    verify(request, claimed, timestamp, signedAt, key);
    return claimed.service();
  }

  private static void verify(
      VendorRequest request,
      Authorization claimed,
      String timestamp,
      Instant signedAt,
      TencentCredentials key)
      throws Refusal {
    // Inferred: the pages do not say which code a wrong day has. A server that derives the key from
    // the timestamp's own day finds the signature wrong.
    boolean sameDay =
        LocalDate.ofInstant(signedAt, ZoneOffset.UTC).toString().equals(claimed.date());
    String expected = Tc3.signature(request, claimed, timestamp, key.secretKey());
    if (!sameDay || !same(expected, claimed.signature())) {
      throw new Refusal(
          "AuthFailure.SignatureFailure",
          "The provided credentials could not be validated. Please check your signature is"
              + " correct.");
    }
    if (!same(key.token().orElse(""), request.header("X-TC-Token").orElse(""))) {
      throw new Refusal("AuthFailure.TokenFailure", "The token is wrong, missing or not expected.");
    }
    String product = Site.product(request.header("Host").orElse(""));
    if (!product.isEmpty() && !product.equals(claimed.service())) {
      throw Authorization.malformed("the service of the credential is not that of the host");
    }
  }

  private static String timestamp(VendorRequest request) throws Refusal {
    Optional<String> timestamp = request.header("X-TC-Timestamp");
    if (timestamp.isEmpty()) {
      throw new Refusal("MissingParameter", "The header X-TC-Timestamp is missing.");
    }
    return timestamp.get();
  }

  private static Instant instant(String timestamp) throws Refusal {
    try {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException e) {
      throw new Refusal("InvalidParameterValue", "X-TC-Timestamp is not a number of seconds.");
    }
  }

  private static boolean same(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
