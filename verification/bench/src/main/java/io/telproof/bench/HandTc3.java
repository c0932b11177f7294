package io.telproof.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TC3-HMAC-SHA256 as somebody writes it who needs it for one operation of one product and knows
 * what it costs: the day's key is kept, and what hashes is a thread's own. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/api/213/30654">Signature v3</a>
 */
final class HandTc3 {
  private static final String SIGNED = "content-type;host;x-tc-action";
  private static final long DAY = 86_400;

  private final String id;
  private final byte[] secret;
  private final String head;
  private final ThreadLocal<Keyed> keyed = ThreadLocal.withInitial(Keyed::new);

  HandTc3(String id, String secret, String host, String action) {
    this.id = id;
    this.secret = ("TC3" + secret).getBytes(UTF_8);
    this.head =
        "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:"
            + host
            + "\nx-tc-action:"
            + action.toLowerCase(Locale.ROOT)
            + "\n\n"
            + SIGNED
            + "\n";
  }

  /** The header Authorization for a body that is sent at a second of the epoch. */
  String authorization(byte[] body, long second) {
    Keyed own = keyed.get();
    HexFormat hex = HexFormat.of();
    String scope = own.scope(second);
    String canonical = head + hex.formatHex(own.sha256.digest(body));
    String toSign =
        "TC3-HMAC-SHA256\n"
            + second
            + "\n"
            + scope
            + "\n"
            + hex.formatHex(own.sha256.digest(canonical.getBytes(UTF_8)));
    return "TC3-HMAC-SHA256 Credential="
        + id
        + "/"
        + scope
        + ", SignedHeaders="
        + SIGNED
        + ", Signature="
        + hex.formatHex(own.mac.doFinal(toSign.getBytes(UTF_8)));
  }

  /** What one thread hashes with. */
  private final class Keyed {
    private final MessageDigest sha256;
    private final Mac mac;
    private long day = -1;
    private String scope = "";

    private Keyed() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
        mac = Mac.getInstance("HmacSHA256");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    private String scope(long second) {
      if (second / DAY != day) {
        day = second / DAY;
        String date = LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC).toString();
        scope = date + "/faceid/tc3_request";
        byte[] dated = hmac(secret, date);
        key(hmac(hmac(dated, "faceid"), "tc3_request"));
      }
      return scope;
    }

    private byte[] hmac(byte[] key, String text) {
      key(key);
      return mac.doFinal(text.getBytes(UTF_8));
    }

    private void key(byte[] key) {
      try {
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a key of any bytes will do", e);
      }
    }
  }
}
