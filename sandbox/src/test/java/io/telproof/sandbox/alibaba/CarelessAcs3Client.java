package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the page says, apart from the simulator, and can be made to get each step wrong: what it
 * sends and what it signs are set one by one.
 */
final class CarelessAcs3Client {
  static final String FORM = "IdentifyNum=11204416541220243X&Mobile=13800138000&ParamType=normal";
  static final String QUERY =
      "PhoneNumber=13800138000&SignName=%E9%80%9F%E9%80%9A%20%2A%2F%27~&TemplateCode=100001";

  // What is sent.
  String method = "POST";
  String target = "/";
  byte[] body = bytes(FORM);
  String accessKeyId = AlibabaVendor.CREDENTIALS.accessKeyId();
  Map<String, String> headers = new TreeMap<>();
  UnaryOperator<String> written = UnaryOperator.identity();

  // What is signed: the same, unless a test says otherwise.
  String query = "";
  byte[] signedBody = body;
  Optional<String> lines = Optional.empty();
  Optional<String> listed = Optional.empty();
  UnaryOperator<String> linesBent = UnaryOperator.identity();
  UnaryOperator<String> canonical = UnaryOperator.identity();
  UnaryOperator<String> toSign = UnaryOperator.identity();
  UnaryOperator<String> bodyHash = UnaryOperator.identity();
  UnaryOperator<String> canonicalHash = UnaryOperator.identity();
  String secret = AlibabaVendor.CREDENTIALS.accessKeySecret();

  // What happens on the way.
  UnaryOperator<Header> onTheWay = UnaryOperator.identity();

  CarelessAcs3Client(Instant at) {
    headers.put("host", "127.0.0.1:8080");
    headers.put("content-type", "application/x-www-form-urlencoded");
    headers.put("x-acs-action", "Mobile3MetaDetailVerify");
    headers.put("x-acs-version", "2019-03-07");
    headers.put("x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString());
    headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.put("x-acs-content-sha256", hex(sha256(body)));
  }

  CarelessAcs3Client as(AlibabaCredentials credentials) {
    accessKeyId = credentials.accessKeyId();
    secret = credentials.accessKeySecret();
    credentials.securityToken().ifPresent(token -> headers.put("x-acs-security-token", token));
    return this;
  }

  CarelessAcs3Client body(String text) {
    body = bytes(text);
    signedBody = body;
    headers.put("x-acs-content-sha256", hex(sha256(body)));
    return this;
  }

  /** A question by its query, which is encoded as it should be. */
  CarelessAcs3Client query(String text) {
    body("");
    target = "/?" + text;
    query = text;
    return this;
  }

  String lines() {
    return lines.orElse(
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  String listed() {
    return listed.orElse(String.join(";", headers.keySet()));
  }

  VendorRequest request() {
    String hash = bodyHash.apply(hex(sha256(signedBody)));
    String request =
        canonical.apply(
            method
                + "\n/\n"
                + query
                + '\n'
                + linesBent.apply(lines())
                + '\n'
                + listed()
                + '\n'
                + hash);
    String text =
        toSign.apply("ACS3-HMAC-SHA256\n" + canonicalHash.apply(hex(sha256(bytes(request)))));
    String signature = hmac(secret, text);
    List<Header> sent = new ArrayList<>();
    headers.forEach((name, value) -> sent.add(onTheWay.apply(new Header(name, value))));
    sent.add(
        new Header(
            "Authorization",
            written.apply(
                "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                    .formatted(accessKeyId, listed(), signature))));
    return new VendorRequest(method, target, sent, body);
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

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
      return hex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
