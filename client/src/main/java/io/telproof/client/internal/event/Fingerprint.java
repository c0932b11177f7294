package io.telproof.client.internal.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Sensitive;
import io.telproof.spi.CheckType;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash that stands for a question or a number where neither may be kept: without the key,
 * all numbers could be hashed and compared. HMAC-SHA256. Thread-safe.
 */
public final class Fingerprint {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SUBJECT_BYTES = 16;

  // A Mac is for one thread, and making one costs more than hashing with it.
  @SuppressWarnings("ThreadLocalUsage") // there are two or three for a client, as long as it lives
  private final ThreadLocal<Mac> macs;

  private Fingerprint(byte[] key) {
    SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
    this.macs = ThreadLocal.withInitial(() -> mac(secret));
  }

  /** With a key that nobody knows and that ends with this process. */
  public static Fingerprint random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new Fingerprint(key);
  }

  /** With a key that others may have too, so that their hashes can be compared with these. */
  public static Fingerprint of(Sensitive key) {
    return new Fingerprint(key.reveal().getBytes(UTF_8));
  }

  /** Of a whole question, as 64 hexadecimal digits: different for everything that is different. */
  public String of(CheckType check, Object query) {
    List<String> parts = new ArrayList<>();
    parts.add(check.key());
    parts.add(query.getClass().getSimpleName());
    parts.addAll(QueryParts.of(query));
    return HexFormat.of().formatHex(hash(parts));
  }

  /** Of the number or address that a question is about, whatever else it says: 32 digits. */
  public String subject(Object query) {
    return HexFormat.of()
        .formatHex(hash(List.of("subject", QueryParts.of(query).get(0))), 0, SUBJECT_BYTES);
  }

  /**
   * Of a name that an application gives a question, 32 hexadecimal digits, and of the question
   * itself, 32 more.
   */
  public String key(String name, CheckType check, Object query) {
    return HexFormat.of().formatHex(hash(List.of("key", name)), 0, SUBJECT_BYTES)
        + of(check, query).substring(0, 2 * SUBJECT_BYTES);
  }

  /**
   * Of whom a question is about, for one operation of one vendor's account, as 64 hexadecimal
   * digits: the same whatever is to be known of the number, and another one for each name or
   * identity number beside it.
   *
   * @param operation whose account it is, and which of its operations
   */
  public String person(String operation, CheckType check, Object query) {
    List<String> parts = new ArrayList<>();
    parts.add("person");
    parts.add(operation);
    parts.add(check.key());
    parts.addAll(QueryParts.person(query));
    return HexFormat.of().formatHex(hash(parts));
  }

  private byte[] hash(List<String> parts) {
    int size = Integer.BYTES;
    for (String part : parts) {
      size += Integer.BYTES + part.length() * Character.BYTES;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).putInt(parts.size());
    for (String part : parts) {
      bytes.putInt(part.length());
      // Not UTF-8: an encoder makes one question mark of all that it cannot say.
      for (int i = 0; i < part.length(); i++) {
        bytes.putChar(part.charAt(i));
      }
    }
    return macs.get().doFinal(bytes.array());
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "Fingerprint[***]";
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
