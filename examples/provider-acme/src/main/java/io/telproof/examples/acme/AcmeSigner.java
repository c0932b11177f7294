package io.telproof.examples.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Signer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;

/** Acme's signature: HMAC-SHA256 over path, time, nonce and body, each ended by a line feed. */
final class AcmeSigner implements Signer {
  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String time = Long.toString(at.getEpochSecond());
    String head = request.url().encodedPath() + "\n" + time + "\n" + nonce + "\n";
    return request
        .newBuilder()
        .header("X-Acme-Key", credentials.id().reveal())
        .header("X-Acme-Time", time)
        .header("X-Acme-Nonce", nonce)
        .header("X-Acme-Signature", hmac(credentials.secret().reveal(), head, body))
        .build();
  }

  private static String hmac(String key, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
