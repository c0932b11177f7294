package io.telproof.sandbox.tencent;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature TC3-HMAC-SHA256 as the vendor's page computes it, recomputed from the bytes
 * received (cloud.tencent.com/document/api/213/30654; tencentcloud.com "Signature v3"). What is
 * signed is taken apart into pieces, of which a client may have some wrong.
 */
final class Tc3 {

  static final String SCHEME = "TC3-HMAC-SHA256";
  static final String TERMINATOR = "tc3_request";

  /**
   * What stands for the body's hash where the client says so; undocumented, in the vendor's SDKs.
   */
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  // The canonical request.
  static final String METHOD = "method";
  static final String PATH = "path";
  static final String QUERY = "query string";

  // The string to sign.
  static final String FIRST_LINE = "first line";
  static final String TIMESTAMP = "timestamp";
  static final String SCOPE_DATE = "date of the scope";
  static final String SCOPE_SERVICE = "service of the scope";
  static final String SCOPE_START = "before the scope";
  static final String HASHING = "hashing of the canonical request";

  // The key.
  static final String PREFIX = "before the secret key";
  static final String KEY_DATE = "date that the key is derived from";
  static final String KEY_SERVICE = "service that the key is derived from";
  static final String STEPS = "steps of the derivation";
  static final List<String> KEY =
      List.of(PREFIX, SecretMistakes.SECRET, KEY_DATE, KEY_SERVICE, STEPS);

  /** Headers whose values are neither personal nor secret. */
  private static final Set<String> OPEN =
      Set.of(
          "host",
          "content-type",
          "x-tc-action",
          "x-tc-version",
          "x-tc-region",
          "x-tc-language",
          "x-tc-content-sha256");

  private Tc3() {}

  /** The signature this request should carry, in lower-case hex. */
  static String signature(
      VendorRequest request, Authorization claimed, String timestamp, String secretKey) {
    return signature(
        pieces(request, claimed.signedHeaders(), timestamp)
            .with(scope(claimed.date(), claimed.service()))
            .with(SecretMistakes.SECRET, SecretMistakes.secret(claimed.secretId(), secretKey)));
  }

  /** What is signed of a request, but for the scope and the key. */
  static Pieces pieces(VendorRequest request, List<String> signedHeaders, String timestamp) {
    String query = request.method().equals("GET") ? request.query() : "";
    Pieces pieces =
        Pieces.none()
            .with(METHOD, request.method())
            .with(PATH, "/")
            .with(QUERY, new Pieces.Piece(query, Mask.query(query)))
            .with(HeaderLines.of(signedHeaders))
            .with(BodyMistakes.HASH, bodyHash(request))
            .with(FIRST_LINE, SCHEME + '\n')
            .with(TIMESTAMP, timestamp(timestamp))
            .with(SCOPE_START, "")
            .with(HASHING, "")
            .with(PREFIX, "TC3")
            .with(STEPS, "");
    for (String name : signedHeaders) {
      pieces = pieces.with(HeaderLines.HEADER + name, header(name, canonicalValue(request, name)));
    }
    return pieces;
  }

  /** The scope, which the key is derived from as well. */
  static Map<String, Pieces.Piece> scope(String date, String service) {
    Pieces.Piece shownDate = new Pieces.Piece(date, Mask.word(date));
    Pieces.Piece shownService = new Pieces.Piece(service, Mask.word(service));
    return Map.of(
        SCOPE_DATE, shownDate,
        SCOPE_SERVICE, shownService,
        KEY_DATE, shownDate,
        KEY_SERVICE, shownService);
  }

  /** The value of a header, which only those may see that hold nothing personal. */
  static Pieces.Piece header(String name, String value) {
    if (name.equals("x-tc-timestamp")) {
      return new Pieces.Piece(value, shownTimestamp(value));
    }
    return new Pieces.Piece(value, OPEN.contains(name) ? Mask.word(value) : Mask.value(value));
  }

  static Pieces.Piece timestamp(String timestamp) {
    return new Pieces.Piece(timestamp, shownTimestamp(timestamp));
  }

  static String shownTimestamp(String timestamp) {
    return timestamp.matches("\\d{1,13}") ? timestamp : Mask.value(timestamp);
  }

  static String signature(Pieces pieces) {
    return signature(pieces, key(pieces));
  }

  /** The same with a key that was derived before. */
  static String signature(Pieces pieces, byte[] key) {
    return HexFormat.of().formatHex(hmac(key, stringToSign(pieces, pieces::signed)));
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
    String hash = sha256(canonicalRequest(pieces::signed).getBytes(StandardCharsets.UTF_8));
    return pieces.signed(HASHING).equals("upper case") ? hash.toUpperCase(Locale.ROOT) : hash;
  }

  /** The string to sign, of the pieces as they are signed or as they are shown. */
  static String stringToSign(Pieces pieces, UnaryOperator<String> piece) {
    String scope =
        piece.apply(SCOPE_START)
            + String.join("/", piece.apply(SCOPE_DATE), piece.apply(SCOPE_SERVICE), TERMINATOR);
    String hash =
        piece.apply(HASHING).equals("none")
            ? canonicalRequest(piece)
            : hashedCanonicalRequest(pieces);
    return piece.apply(FIRST_LINE) + String.join("\n", piece.apply(TIMESTAMP), scope, hash);
  }

  /** The page's three steps; or as somebody may have misread them. */
  static byte[] key(Pieces pieces) {
    byte[] key = bytes(pieces.signed(PREFIX) + pieces.signed(SecretMistakes.SECRET));
    String steps = pieces.signed(STEPS);
    if (steps.equals("none")) {
      return key;
    }
    for (String step : List.of(pieces.signed(KEY_DATE), pieces.signed(KEY_SERVICE), TERMINATOR)) {
      key =
          switch (steps) {
            case "hex" -> bytes(HexFormat.of().formatHex(hmac(key, step)));
            case "swapped" -> hmac(bytes(step), key);
            default -> hmac(key, step);
          };
    }
    return key;
  }

  /** Trimmed and in lower case: the page's newest example signs {@code x-tc-action} that way. */
  private static String canonicalValue(VendorRequest request, String name) {
    List<Header> sent =
        request.headers().stream().filter(header -> header.key().equals(name)).toList();
    return sent.isEmpty() ? "" : lower(sent.get(0).value().trim());
  }

  private static String bodyHash(VendorRequest request) {
    Optional<String> declared = request.header("X-TC-Content-SHA256");
    return declared.filter(UNSIGNED::equals).isPresent()
        ? sha256(bytes(UNSIGNED))
        : sha256(request.body());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    return hmac(key, bytes(text));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // Java takes no empty key; one octet of zero is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
