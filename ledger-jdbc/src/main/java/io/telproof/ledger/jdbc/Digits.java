package io.telproof.ledger.jdbc;

import java.util.HexFormat;
import java.util.UUID;

/** Ids and hashes as they are in Java, in hexadecimal digits, and as they are in the tables. */
final class Digits {
  private static final HexFormat HEX = HexFormat.of();

  private Digits() {}

  /**
   * The bytes of a hash.
   *
   * @throws IllegalArgumentException if it is not hexadecimal
   */
  static byte[] bytes(String hash) {
    return HEX.parseHex(hash);
  }

  static String hash(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /**
   * An id of 32 digits.
   *
   * @throws IllegalArgumentException if it is not
   */
  static UUID uuid(String id) {
    if (id.length() != 32) {
      throw new IllegalArgumentException("an id of an intent has 32 hexadecimal digits");
    }
    return new UUID(
        HexFormat.fromHexDigitsToLong(id, 0, 16), HexFormat.fromHexDigitsToLong(id, 16, 32));
  }

  static String id(UUID uuid) {
    return HEX.toHexDigits(uuid.getMostSignificantBits())
        + HEX.toHexDigits(uuid.getLeastSignificantBits());
  }
}
