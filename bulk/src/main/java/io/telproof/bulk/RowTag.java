package io.telproof.bulk;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.Sensitive;
import io.telproof.TenureQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash of a question, by a key of this run alone: says which rows ask the same, and nothing
 * of whom they ask about. For one thread.
 */
final class RowTag {
  private static final int BYTES = 16;
  private static final int KEY_BYTES = 32;

  private final Mac mac;

  /** By a key that nobody else has, for a run that was not begun. */
  static RowTag ofNoRun() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new RowTag(key);
  }

  RowTag(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /**
   * The tag of a question.
   *
   * @param generation how often a person has let what is in doubt be asked again
   */
  String of(Object query, int generation) {
    if (query instanceof PhoneNumber number) {
      add(number.e164());
    } else if (query instanceof TenureQuery tenure) {
      add(tenure.number().e164());
    } else if (query instanceof IdentityClaim claim) {
      add(claim.number().e164());
      add(claim.name().reveal());
      claim.idNumber().map(Sensitive::reveal).ifPresent(this::add);
      add("givenName", claim.givenName());
      add("familyName", claim.familyName());
      add("birthDate", claim.birthDate());
    } else if (query instanceof RecycledQuery recycled) {
      add(recycled.number().e164());
      add(recycled.heldSince().toString());
    } else {
      throw new IllegalArgumentException("no such question: " + query.getClass().getName());
    }
    byte[] hash = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(generation).array());
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /** The tag of a text. */
  String of(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
  }

  /** With its name where it is there, so that it is taken for no other part. */
  private void add(String name, Optional<Sensitive> part) {
    part.ifPresent(
        there -> {
          add(name);
          add(there.reveal());
        });
  }

  /** Each with its length, so that no two questions run into one. */
  private void add(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }
}
