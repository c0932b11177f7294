package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;

/** Reads encrypted fields, and refuses what cannot be read. */
final class Unsealer {

  private Unsealer() {}

  /** The parameters with every encrypted field in clear. */
  static ObjectNode plain(ObjectNode sent, List<String> encryptable) throws Refusal {
    if (!SealedText.isIn(sent)) {
      return sent;
    }
    SealedText sealed = SealedText.of(sent);
    boolean listed =
        !sealed.fields().isEmpty()
            && encryptable.containsAll(sealed.fields())
            && new HashSet<>(sealed.fields()).size() == sealed.fields().size();
    if (!listed) {
      throw unsupported();
    }
    try {
      return decrypted(sent, sealed, cryptography(sealed));
    } catch (NoClassDefFoundError e) {
      throw new Refusal(
          "FailedOperation.DecryptSystemError",
          "The sandbox reads SM2 and SM4 only with org.bouncycastle:bcprov-jdk18on beside it.");
    }
  }

  private static Cryptography cryptography(SealedText sealed) throws Refusal {
    return switch (sealed.algorithm()) {
      case "", "AES-256-CBC" -> new Aes256Cbc();
      case "SM4-GCM" -> {
        if (sealed.tags().size() != sealed.fields().size()) {
          throw new Refusal("InvalidParameterValue", "TagList has not one tag for each field.");
        }
        yield new Sm4Gcm();
      }
      default -> throw new Refusal("InvalidParameterValue", "The Algorithm is not supported.");
    };
  }

  private static ObjectNode decrypted(ObjectNode sent, SealedText sealed, Cryptography cryptography)
      throws Refusal {
    ObjectNode plain = sent.deepCopy();
    try {
      byte[] key = key(sealed, cryptography);
      byte[] iv = iv(sealed.iv(), cryptography.ivLength());
      for (int i = 0; i < sealed.fields().size(); i++) {
        String field = sealed.fields().get(i);
        String tag = i < sealed.tags().size() ? sealed.tags().get(i) : "";
        byte[] text =
            cryptography.decrypt(
                key, iv, ciphertext(sent.path(field).asText()), Base64.getDecoder().decode(tag));
        plain.put(field, utf8(text));
      }
      return plain;
    } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
      throw new Refusal("FailedOperation.DecryptSystemError", "Decryption failed.");
    }
  }

  private static byte[] key(SealedText sealed, Cryptography cryptography)
      throws GeneralSecurityException {
    return sealed.blob().equals(SandboxKeys.DATA_KEY_BLOB)
        ? Base64.getDecoder().decode(SandboxKeys.DATA_KEY)
        : cryptography.unwrap(Base64.getDecoder().decode(sealed.blob()));
  }

  /**
   * The vendor's pages want as many characters as the vector has bytes, its helpers send base64 of
   * the bytes: told apart by length, which is never the same.
   */
  private static byte[] iv(String iv, int length) throws GeneralSecurityException {
    byte[] bytes =
        iv.length() == length
            ? iv.getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode(iv);
    if (bytes.length != length) {
      throw new GeneralSecurityException("the Iv has " + bytes.length + " bytes");
    }
    return bytes;
  }

  /** A listed field that is not even base64 was left in clear. */
  private static byte[] ciphertext(String field) throws Refusal {
    if (field.length() % 4 != 0) {
      throw unsupported();
    }
    try {
      return Base64.getDecoder().decode(field);
    } catch (IllegalArgumentException e) {
      throw unsupported();
    }
  }

  private static String utf8(byte[] text) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
  }

  private static Refusal unsupported() {
    return new Refusal("InvalidParameter.UnsupportEncryptField", "Unencrypted fields exist.");
  }
}
