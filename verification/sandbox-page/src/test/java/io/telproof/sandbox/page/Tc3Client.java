package io.telproof.sandbox.page;

import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Asks Tencent Cloud for the state of a number as somebody does who signs for the first time,
 * rightly or with one of the usual mistakes. Written from the vendor's page.
 */
final class Tc3Client {
  /** What it does wrong. */
  enum Mistake {
    NONE,
    /** The day of the scope is yesterday's. */
    DATE,
    /** The body that is signed is not the body that is sent. */
    BODY,
    /** A header that is named as signed is not in the canonical request. */
    HEADERS,
    /** The key is another one's. */
    KEY
  }

  private static final String TYPE = "application/json";
  private static final String ACTION = "MobileStatus";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI endpoint;

  Tc3Client(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Gives the body of the reply. */
  String ask(String mobile, Mistake mistake) throws IOException, InterruptedException {
    return ask(mobile, mistake, TencentVendor.CREDENTIALS);
  }

  String ask(String mobile, Mistake mistake, TencentCredentials key)
      throws IOException, InterruptedException {
    Instant now = Instant.now();
    String body = "{\"Mobile\":\"" + mobile + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .header("Content-Type", TYPE)
            .header("X-TC-Action", ACTION)
            .header("X-TC-Version", "2018-03-01")
            .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()))
            .header("Authorization", authorization(body, now, mistake, key))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private String authorization(
      String body, Instant now, Mistake mistake, TencentCredentials credentials) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String date = (mistake == Mistake.DATE ? today.minusDays(1) : today).toString();
    String signedBody = mistake == Mistake.BODY ? body.replace(":", ": ") : body;
    String headers = "content-type:" + TYPE + "\nhost:" + endpoint.getAuthority() + '\n';
    String listed = "content-type;host";
    if (mistake == Mistake.HEADERS) {
      listed = "content-type;host;x-tc-action";
    }
    String canonical =
        String.join("\n", "POST", "/", "", headers, "content-type;host", sha256(signedBody));
    String scope = date + "/faceid/tc3_request";
    String text =
        String.join(
            "\n", "TC3-HMAC-SHA256", Long.toString(now.getEpochSecond()), scope, sha256(canonical));
    String secret = mistake == Mistake.KEY ? "another-secret-key" : credentials.secretKey();
    byte[] key = hmac(bytes("TC3" + secret), date);
    String signature =
        HexFormat.of().formatHex(hmac(hmac(hmac(key, "faceid"), "tc3_request"), text));
    return "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(credentials.secretId(), scope, listed, signature);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
