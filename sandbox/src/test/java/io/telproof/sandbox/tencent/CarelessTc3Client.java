package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the page says, apart from the simulator, and can be made to get each step wrong: what it
 * sends and what it signs are set one by one.
 */
final class CarelessTc3Client {
  static final String ID_NUMBER = "11204416541220243X";
  static final String NUMBER = "13800138000";
  static final String BODY =
      "{\"IdCard\":\"%s\",\"Name\":\"韦小宝\",\"Phone\":\"%s\"}".formatted(ID_NUMBER, NUMBER);

  // What is sent.
  String method = "POST";
  String target = "/";
  String host = "127.0.0.1:8080";
  String contentType = "application/json";
  String action = "PhoneVerification";
  String timestamp;
  Optional<String> token = Optional.empty();
  byte[] body = bytes(BODY);
  List<Header> more = new ArrayList<>();
  String secretId = TencentVendor.CREDENTIALS.secretId();
  String listed = "content-type;host;x-tc-action";
  String scopeDate;
  String scopeService = "faceid";
  UnaryOperator<String> written = UnaryOperator.identity();

  // What is signed: the same, unless a test says otherwise.
  byte[] signedBody = body;
  String lines =
      "content-type:application/json\nhost:127.0.0.1:8080\nx-tc-action:phoneverification\n";
  String query = "";
  UnaryOperator<String> canonical = UnaryOperator.identity();
  UnaryOperator<String> toSign = UnaryOperator.identity();
  UnaryOperator<String> bodyHash = UnaryOperator.identity();
  UnaryOperator<String> canonicalHash = UnaryOperator.identity();
  String secret = "TC3" + TencentVendor.CREDENTIALS.secretKey();
  String keyDate;
  String keyService = "faceid";
  Function<byte[], byte[]> passedOn = Function.identity();
  boolean swapped;
  List<String> steps = List.of("date", "service", "tc3_request");

  CarelessTc3Client(Instant at) {
    timestamp = Long.toString(at.getEpochSecond());
    scopeDate = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    keyDate = scopeDate;
  }

  CarelessTc3Client body(String text) {
    body = bytes(text);
    signedBody = body;
    return this;
  }

  CarelessTc3Client as(TencentCredentials credentials) {
    secretId = credentials.secretId();
    secret = "TC3" + credentials.secretKey();
    token = credentials.token();
    return this;
  }

  VendorRequest request() {
    String scope = scopeDate + '/' + scopeService + "/tc3_request";
    String hash = bodyHash.apply(hex(sha256(signedBody)));
    String request =
        canonical.apply(method + "\n/\n" + query + '\n' + lines + '\n' + listed + '\n' + hash);
    String text =
        toSign.apply(
            "TC3-HMAC-SHA256\n"
                + timestamp
                + '\n'
                + scope
                + '\n'
                + canonicalHash.apply(hex(sha256(bytes(request)))));
    byte[] key = bytes(secret);
    for (String name : steps) {
      String step = name.replace("date", keyDate).replace("service", keyService);
      key = passedOn.apply(swapped ? hmac(bytes(step), key) : hmac(key, bytes(step)));
    }
    String signature = hex(hmac(key, bytes(text)));
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", host));
    headers.add(new Header("Content-Type", contentType));
    headers.add(new Header("X-TC-Action", action));
    headers.add(new Header("X-TC-Version", "2018-03-01"));
    headers.add(new Header("X-TC-Timestamp", timestamp));
    token.ifPresent(value -> headers.add(new Header("X-TC-Token", value)));
    headers.addAll(more);
    headers.add(
        new Header(
            "Authorization",
            written.apply(
                "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                    .formatted(secretId, scope, listed, signature))));
    return new VendorRequest(method, target, headers, body);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
