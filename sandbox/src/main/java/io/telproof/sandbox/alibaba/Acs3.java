package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.BodyMistakes;
import io.telproof.sandbox.internal.signature.HeaderLines;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.Pieces;
import io.telproof.sandbox.internal.signature.SecretMistakes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature ACS3-HMAC-SHA256 as the vendor's page computes it, recomputed from the bytes
 * received (alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature). What
 * is signed is taken apart into pieces, of which a client may have some wrong.
 */
final class Acs3 {

  static final String SCHEME = "ACS3-HMAC-SHA256";

  // The canonical request.
  static final String METHOD = "method";
  static final String PATH = "path";
  static final String QUERY = "canonical query string";

  // The string to sign.
  static final String FIRST_LINE = "first line";
  static final String HASHING = "hashing of the canonical request";

  /** Nothing, by the page. */
  static final String PREFIX = "before the secret";

  /** Headers whose values are neither personal nor secret. */
  private static final Set<String> OPEN =
      Set.of(
          "host",
          "content-type",
          "x-acs-action",
          "x-acs-version",
          "x-acs-date",
          "x-acs-content-sha256",
          "x-acs-signature-nonce");

  private Acs3() {}

  /** The signature this request should carry, in lower-case hex. */
  static String signature(VendorRequest request, List<String> signedHeaders, String secret)
      throws Refusal {
    String query = Pairs.decode(request.query()).canonical();
    return signature(
        pieces(request, query, signedHeaders)
            .with(SecretMistakes.SECRET, SecretMistakes.secret("", secret)));
  }

  /** What is signed of a request, but for the secret. */
  static Pieces pieces(VendorRequest request, String query, List<String> signedHeaders) {
    Pieces pieces =
        Pieces.none()
            .with(METHOD, request.method())
            .with(PATH, "/")
            .with(QUERY, query(query))
            .with(HeaderLines.of(signedHeaders))
            .with(BodyMistakes.HASH, sha256(request.body()))
            .with(FIRST_LINE, SCHEME + '\n')
            .with(HASHING, "")
            .with(PREFIX, "");
    for (String name : signedHeaders) {
      pieces = pieces.with(HeaderLines.HEADER + name, header(name, canonicalValue(request, name)));
    }
    return pieces;
  }

  static Pieces.Piece query(String query) {
    return new Pieces.Piece(query, Mask.query(query));
  }

  /** The value of a header, which only those may see that hold nothing personal. */
  static Pieces.Piece header(String name, String value) {
    if (name.equals("x-acs-accesskey-id")) {
      return new Pieces.Piece(value, Mask.id(value));
    }
    return new Pieces.Piece(value, OPEN.contains(name) ? Mask.word(value) : Mask.value(value));
  }

  static String signature(Pieces pieces) {
    byte[] secret = bytes(pieces.signed(PREFIX) + pieces.signed(SecretMistakes.SECRET));
    return HexFormat.of().formatHex(hmac(secret, stringToSign(pieces, pieces::signed)));
  }

  /** The canonical request, of the pieces as they are signed or as they are shown. */
  static String canonicalRequest(UnaryOperator<String> piece) {
    return String.join(
        "\n",
        piece.apply(METHOD),
        piece.apply(PATH),
        piece.apply(QUERY),
        HeaderLines.text(piece),
        piece.apply(BodyMistakes.HASH));
  }

  static String hashedCanonicalRequest(Pieces pieces) {
    String hash = sha256(bytes(canonicalRequest(pieces::signed)));
    return pieces.signed(HASHING).equals("upper case") ? hash.toUpperCase(Locale.ROOT) : hash;
  }

  /** The string to sign, of the pieces as they are signed or as they are shown. */
  static String stringToSign(Pieces pieces, UnaryOperator<String> piece) {
    return piece.apply(FIRST_LINE)
        + (piece.apply(HASHING).equals("none")
            ? canonicalRequest(piece)
            : hashedCanonicalRequest(pieces));
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
      // Java takes no empty key; one octet of zero is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
