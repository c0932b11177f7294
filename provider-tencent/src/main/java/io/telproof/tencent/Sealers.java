package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.tencent.TencentSettings.Encryption;
import io.telproof.tencent.TencentSettings.IvEncoding;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an account's settings want personal data encrypted.
 *
 * @param one for operations with one personal field
 * @param several for operations with several, which take AES only
 */
record Sealers(Optional<Sealer> one, Optional<Sealer> several) {
  /** As published by the vendor's own helpers, the same in three languages. */
  private static final Sensitive RSA =
      Sensitive.of(
          "MIGJAoGBAMRJoaUkZN1d5Mp8F5V6itXmSLNM5Z771afayoI49SndkFtsspHS402ZEUUPQfqbuZk/VuSh59LtA/fB"
              + "Kzb4BP5bV8aqogVhG4e/q+NDkwlaq0i31HwLyBlaEojE/EEHpXBsuEkVTbKEy5elRq9toL7IZ80i+H2mtfU5"
              + "CPsar+R3AgMBAAE=");

  private static final Sensitive SM2 =
      Sensitive.of(
          "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEy2QjbKC4L6LJpw51mjX90X41NYGaMp+OGX7eJBfs8K98MOtKN8wP"
              + "jj1iqHUlW6qyPGggNPI5RGEoAXaojOVycg==");

  /**
   * The sealers of these settings.
   *
   * @throws IllegalArgumentException if a key cannot be read, or SM4 is wanted and the library that
   *     has it is missing
   */
  static Sealers of(TencentSettings settings) {
    SecureRandom random = new SecureRandom();
    return switch (settings.encryption().orElse(Encryption.OFF)) {
      case OFF -> new Sealers(Optional.empty(), Optional.empty());
      case AES_256_CBC -> {
        Optional<Sealer> aes = Optional.of(aes(settings, random));
        yield new Sealers(aes, aes);
      }
      case SM4_GCM -> {
        List<String> wrong = new ArrayList<>();
        Optional<Sealer> sm4 = noting(wrong, () -> sm4(settings, random));
        Optional<Sealer> aes = noting(wrong, () -> aes(settings, random));
        if (!wrong.isEmpty()) {
          throw new IllegalArgumentException(String.join("\n", wrong));
        }
        yield new Sealers(sm4, aes);
      }
    };
  }

  /** So that both keys are told where both are wrong. */
  private static Optional<Sealer> noting(List<String> wrong, Supplier<Sealer> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException e) {
      wrong.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Parameters with their personal fields in clear, or encrypted beside an Encryption object. */
  Map<String, ?> nested(Map<String, String> fields) {
    return one.<Map<String, ?>>map(
            sealer -> {
              SealedText sealed = sealer.seal(fields);
              Map<String, Object> encryption = new LinkedHashMap<>();
              encryption.put("EncryptList", sealed.names());
              encryption.put("CiphertextBlob", sealed.blob());
              encryption.put("Iv", sealed.iv());
              encryption.put("Algorithm", sealer.algorithm());
              sealed.tags().ifPresent(tags -> encryption.put("TagList", tags));
              Map<String, Object> all = new LinkedHashMap<>(sealed.fields());
              all.put("Encryption", encryption);
              return all;
            })
        .orElse(fields);
  }

  /** Parameters with their personal fields in clear, or encrypted beside three flat parameters. */
  Map<String, ?> flat(Map<String, String> fields) {
    return several
        .<Map<String, ?>>map(
            sealer -> {
              SealedText sealed = sealer.seal(fields);
              Map<String, Object> all = new LinkedHashMap<>(sealed.fields());
              all.put("CiphertextBlob", sealed.blob());
              all.put("EncryptList", sealed.names());
              all.put("Iv", sealed.iv());
              return all;
            })
        .orElse(fields);
  }

  private static Sealer aes(TencentSettings settings, SecureRandom random) {
    EnvelopeKeys keys =
        settings
            .dataKey()
            .flatMap(key -> settings.dataKeyBlob().map(blob -> EnvelopeKeys.dataKey(key, blob)))
            .orElseGet(
                () ->
                    EnvelopeKeys.fresh(
                        32, random, new RsaKeyWrap(settings.rsaPublicKey().orElse(RSA))));
    return new AesSealer(keys, settings.encryptionIv().orElse(IvEncoding.BASE64), random);
  }

  private static Sealer sm4(TencentSettings settings, SecureRandom random) {
    try {
      return new Sm4Sealer(
          EnvelopeKeys.fresh(
              16, random, new Sm2KeyWrap(settings.sm2PublicKey().orElse(SM2), random)),
          random);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "encryption = sm4-gcm needs BouncyCastle: add org.bouncycastle:bcprov-jdk18on to the"
              + " class path",
          e);
    }
  }
}
