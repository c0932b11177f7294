package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature ACS3-HMAC-SHA256 as the vendor's page computes it, recomputed from the bytes
 * received (alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature).
 */
final class Acs3 {

  private Acs3() {}

  /** The signature this request should carry, in lower-case hex. */
  static String signature(VendorRequest request, List<String> signedHeaders, String secret)
      throws Refusal {
    String headers =
        signedHeaders.stream()
            .map(name -> name + ':' + canonicalValue(request, name) + '\n')
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            request.method(),
            "/",
            Pairs.decode(request.query()).canonical(),
            headers,
            String.join(";", signedHeaders),
            sha256(request.body()));
    String toSign = "ACS3-HMAC-SHA256\n" + sha256(bytes(canonical));
    return HexFormat.of().formatHex(hmac(bytes(secret), toSign));
  }

  /** Headers that must be signed if they are sent. */
  static boolean mustBeSigned(Header header) {
    String name = header.key();
    return name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type");
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static String canonicalValue(VendorRequest request, String name) {
    return request.headers(name).stream()
        .map(String::trim)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
