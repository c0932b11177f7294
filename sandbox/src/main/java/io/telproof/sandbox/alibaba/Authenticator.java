package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets in who signed rightly, in time, once, with a key it knows. */
final class Authenticator {

  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Nonces nonces = new Nonces();
  private final Map<String, AlibabaCredentials> keys;
  private final KeyRing ring;

  Authenticator(AlibabaSettings settings, KeyRing ring) {
    this.ring = ring;
    this.keys =
        settings.credentials().stream()
            .collect(Collectors.toMap(AlibabaCredentials::accessKeyId, Function.identity()));
  }

  void admit(VendorRequest request, Instant now) throws Refusal {
    if (!request.method().equals("POST") && !request.method().equals("GET")) {
      throw new Refusal(400, "UnsupportedHTTPMethod", "This http method is not supported.");
    }
    Authorization claimed = Authorization.parse(request.headers("Authorization"));
    if (Duration.between(date(request), now).abs().compareTo(WINDOW) > 0) {
      throw new Refusal(
          400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }
    AlibabaCredentials key = keys.get(claimed.accessKeyId());
    if (key == null) {
      throw new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }
    if (ring.isRevoked(key.accessKeyId())) {
      throw key.securityToken().isPresent()
          ? new Refusal(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.")
          : new Refusal(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
    }
    verify(request, claimed, key);
    Optional<String> nonce = request.header("x-acs-signature-nonce");
    if (nonce.isPresent() && !nonces.first(claimed.accessKeyId() + ' ' + nonce.get(), now)) {
      throw new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }
  }

  private static void verify(VendorRequest request, Authorization claimed, AlibabaCredentials key)
      throws Refusal {
    boolean complete =
        request.headers().stream()
            .filter(Acs3::mustBeSigned)
            .map(Header::key)
            .allMatch(claimed.signedHeaders()::contains);
    boolean sent =
        claimed.signedHeaders().stream().noneMatch(name -> request.headers(name).isEmpty());
    boolean hashed =
        request
            .header("x-acs-content-sha256")
            .filter(Acs3.sha256(request.body())::equals)
            .isPresent();
    String expected = Acs3.signature(request, claimed.signedHeaders(), key.accessKeySecret());
    if (!complete || !sent || !hashed || !same(expected, claimed.signature())) {
      throw new Refusal(
          400,
          "SignatureDoesNotMatch",
          "Specified signature does not match our calculation. Please check your signature.");
    }
    String named = request.header("x-acs-accesskey-id").orElse(key.accessKeyId());
    if (!named.equals(key.accessKeyId())) {
      throw Refusal.incomplete("x-acs-accesskey-id is not the key of the Authorization header.");
    }
    token(request, key);
  }

  private static void token(VendorRequest request, AlibabaCredentials key) throws Refusal {
    Optional<String> sent = request.header("x-acs-security-token");
    if (sent.isEmpty() && key.securityToken().isPresent()) {
      throw new Refusal(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
    }
    if (!same(key.securityToken().orElse(""), sent.orElse(""))) {
      throw new Refusal(
          400,
          "InvalidSecurityToken.MismatchWithAccessKey",
          "Specified SecurityToken mismatch with the AccessKey.");
    }
  }

  private static Instant date(VendorRequest request) throws Refusal {
    String date = request.header("x-acs-date").orElse("");
    if (!date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")) {
      throw new Refusal(400, "InvalidTimeStamp.Format", "x-acs-date is not yyyy-MM-ddTHH:mm:ssZ.");
    }
    try {
      return Instant.parse(date);
    } catch (DateTimeParseException e) {
      throw new Refusal(400, "InvalidTimeStamp.Format", "x-acs-date is not a date.");
    }
  }

  private static boolean same(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
