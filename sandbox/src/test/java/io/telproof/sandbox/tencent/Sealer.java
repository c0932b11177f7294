package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Encrypts fields as the vendor's helpers do, with the sandbox's public keys. */
final class Sealer {

  private final Random random;
  final byte[] key;
  final byte[] iv;
  final boolean sm4;

  Sealer(boolean sm4, Random random) {
    this(sm4, random, sm4 ? 16 : 32);
  }

  Sealer(boolean sm4, Random random, int keyLength) {
    this.sm4 = sm4;
    this.random = random;
    this.key = bytes(keyLength);
    this.iv = bytes(sm4 ? 12 : 16);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  String blob() {
    return base64(sm4 ? wrappedBySm2() : wrappedByRsa(key));
  }

  static byte[] wrappedByRsa(byte[] key) {
    try {
      ASN1Sequence pkcs1 =
          ASN1Sequence.getInstance(Base64.getDecoder().decode(SandboxKeys.RSA_PUBLIC_KEY));
      RSAPublicKeySpec spec =
          new RSAPublicKeySpec(
              ASN1Integer.getInstance(pkcs1.getObjectAt(0)).getValue(),
              ASN1Integer.getInstance(pkcs1.getObjectAt(1)).getValue());
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(spec));
      return rsa.doFinal(key);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] wrappedBySm2() {
    try {
      SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
      byte[] spki = Base64.getDecoder().decode(SandboxKeys.SM2_PUBLIC_KEY);
      sm2.init(
          true, new ParametersWithRandom(PublicKeyFactory.createKey(spki), new SecureRandom()));
      return sm2.processBlock(key, 0, key.length);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Ciphertext, then tag, which is empty for AES. */
  List<String> seal(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (!sm4) {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return List.of(base64(aes.doFinal(plain)), "");
      }
      GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
      gcm.init(true, new AEADParameters(new KeyParameter(key), 128, iv));
      byte[] sealed = new byte[gcm.getOutputSize(plain.length)];
      int written = gcm.processBytes(plain, 0, plain.length, sealed, 0);
      gcm.doFinal(sealed, written);
      return List.of(
          base64(Arrays.copyOf(sealed, plain.length)),
          base64(Arrays.copyOfRange(sealed, plain.length, sealed.length)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** {@code {"Mobile":…,"Encryption":{…}}}. */
  ObjectNode mobile(String number) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    List<String> sealed = seal(number);
    request.put("Mobile", sealed.get(0));
    ObjectNode encryption = request.putObject("Encryption");
    encryption.putArray("EncryptList").add("Mobile");
    encryption.put("CiphertextBlob", blob()).put("Iv", base64(iv));
    if (sm4) {
      encryption.put("Algorithm", "SM4-GCM").putArray("TagList").add(sealed.get(1));
    }
    return request;
  }

  /** The three elements, these of them encrypted. */
  ObjectNode elements(String phone, String name, String idCard, List<String> fields) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("Phone", phone).put("Name", name).put("IdCard", idCard);
    for (String field : new ArrayList<>(fields)) {
      request.put(field, seal(request.path(field).asText()).get(0));
    }
    request.put("CiphertextBlob", blob()).put("Iv", base64(iv));
    fields.forEach(request.withArray("EncryptList")::add);
    return request;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
