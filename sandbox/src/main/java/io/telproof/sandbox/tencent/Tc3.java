package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature TC3-HMAC-SHA256 as the vendor's page computes it, recomputed from the bytes
 * received (cloud.tencent.com/document/api/213/30654; tencentcloud.com "Signature v3").
 */
final class Tc3 {

  private static final String ALGORITHM = "TC3-HMAC-SHA256";

  /**
   * What stands for the body's hash where the client says so; undocumented, in the vendor's SDKs.
   */
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private Tc3() {}

  /** The signature this request should carry, in lower-case hex. */
  static String signature(
      VendorRequest request, Authorization claimed, String timestamp, String secretKey) {
    String scope = claimed.date() + '/' + claimed.service() + "/tc3_request";
    String toSign =
        String.join("\n", ALGORITHM, timestamp, scope, sha256(canonical(request, claimed)));
    byte[] key = hmac(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), claimed.date());
    key = hmac(key, claimed.service());
    key = hmac(key, "tc3_request");
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String canonical(VendorRequest request, Authorization claimed) {
    String headers =
        claimed.signedHeaders().stream()
            .map(name -> name + ':' + canonicalValue(request, name) + '\n')
            .collect(Collectors.joining());
    boolean get = request.method().equals("GET");
    return String.join(
        "\n",
        request.method(),
        "/",
        get ? request.query() : "",
        headers,
        String.join(";", claimed.signedHeaders()),
        bodyHash(request));
  }

  /** Trimmed and in lower case: the page's newest example signs {@code x-tc-action} that way. */
  private static String canonicalValue(VendorRequest request, String name) {
    List<Header> sent =
        request.headers().stream().filter(header -> header.key().equals(name)).toList();
    return sent.isEmpty() ? "" : sent.get(0).value().trim().toLowerCase(Locale.ROOT);
  }

  private static String bodyHash(VendorRequest request) {
    Optional<String> declared = request.header("X-TC-Content-SHA256");
    return declared.filter(UNSIGNED::equals).isPresent()
        ? sha256(UNSIGNED)
        : sha256(request.body());
  }

  private static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }
}
