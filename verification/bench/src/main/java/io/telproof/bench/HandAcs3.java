package io.telproof.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * ACS3-HMAC-SHA256 as somebody writes it who needs it for one operation of one product and knows
 * what it costs: what hashes is a thread's own. Thread-safe.
 *
 * @see <a
 *     href="https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature">Request
 *     structure and signature V3</a>
 */
final class HandAcs3 {
  private static final String SIGNED =
      "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;"
          + "x-acs-version";

  private final String id;
  private final byte[] secret;
  private final String host;
  private final String action;
  private final String version;
  private final ThreadLocal<Keyed> keyed = ThreadLocal.withInitial(Keyed::new);

  HandAcs3(String id, String secret, String host, String action, String version) {
    this.id = id;
    this.secret = secret.getBytes(UTF_8);
    this.host = host;
    this.action = action;
    this.version = version;
  }

  /** The header x-acs-content-sha256. */
  String contentHash(byte[] body) {
    return HexFormat.of().formatHex(keyed.get().sha256.digest(body));
  }

  /** The header Authorization for a form. */
  String authorization(String contentHash, String date, String nonce) {
    Keyed own = keyed.get();
    String canonical =
        "POST\n/\n\ncontent-type:application/x-www-form-urlencoded\nhost:"
            + host
            + "\nx-acs-action:"
            + action
            + "\nx-acs-content-sha256:"
            + contentHash
            + "\nx-acs-date:"
            + date
            + "\nx-acs-signature-nonce:"
            + nonce
            + "\nx-acs-version:"
            + version
            + "\n\n"
            + SIGNED
            + "\n"
            + contentHash;
    HexFormat hex = HexFormat.of();
    String toSign =
        "ACS3-HMAC-SHA256\n" + hex.formatHex(own.sha256.digest(canonical.getBytes(UTF_8)));
    return "ACS3-HMAC-SHA256 Credential="
        + id
        + ",SignedHeaders="
        + SIGNED
        + ",Signature="
        + hex.formatHex(own.mac.doFinal(toSign.getBytes(UTF_8)));
  }

  /** What one thread hashes with. */
  private final class Keyed {
    private final MessageDigest sha256;
    private final Mac mac;

    private Keyed() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
