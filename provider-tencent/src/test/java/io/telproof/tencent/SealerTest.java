package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.Sensitive;
import io.telproof.tencent.TencentSettings.IvEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encryption of personal fields, held against the vendor's published examples. */
final class SealerTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Sensitive DATA_KEY =
      Sensitive.of(Base64.getEncoder().encodeToString(new byte[32]));

  private static JsonNode vectors() throws IOException {
    try (InputStream file = SealerTest.class.getResourceAsStream("/vectors/tencent.json")) {
      return new ObjectMapper().readTree(file).get("faceid_encryption_vectors");
    }
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  @Test
  void the_published_AES_examples_come_out_again() throws IOException {
    JsonNode aes = vectors().get("aes_256_cbc");
    assertThat(aes.get("items")).isNotEmpty();
    for (JsonNode item : aes.get("items")) {
      assertThat(
              AesSealer.encrypt(
                  item.get("plaintext").asText(),
                  bytes(aes.get("key_b64")),
                  bytes(aes.get("iv_b64"))))
          .isEqualTo(item.get("ciphertext_b64").asText());
    }
  }

  @Test
  void the_published_SM4_examples_come_out_again_with_their_tags() throws IOException {
    JsonNode sm4 = vectors().get("sm4_gcm");
    assertThat(sm4.get("items")).isNotEmpty();
    for (JsonNode item : sm4.get("items")) {
      byte[] both =
          Sm4Sealer.encrypt(
              item.get("plaintext").asText().getBytes(StandardCharsets.UTF_8),
              bytes(sm4.get("key_b64")),
              bytes(sm4.get("iv_b64")));
      int length = both.length - 16;
      assertThat(Arrays.copyOf(both, length)).isEqualTo(bytes(item.get("ciphertext_b64")));
      assertThat(Arrays.copyOfRange(both, length, both.length))
          .isEqualTo(bytes(item.get("tag_b64")));
    }
  }

  @Test
  void the_published_keys_wrap_to_the_lengths_that_are_published() throws IOException {
    JsonNode keys = vectors().get("public_keys");
    byte[] rsa =
        new RsaKeyWrap(Sensitive.of(keys.get("rsa").get("pem_body").asText())).wrap(new byte[32]);
    byte[] sm2 =
        new Sm2KeyWrap(Sensitive.of(keys.get("sm2").get("pem_body").asText()), RANDOM)
            .wrap(new byte[16]);
    assertThat(rsa).hasSize(128);
    assertThat(sm2).hasSize(113).startsWith(0x04);
  }

  @ParameterizedTest(name = "{0} bits")
  @CsvSource({"512, 20", "1024, 22", "2048, 24"})
  void a_key_wrapped_with_a_bare_or_a_framed_RSA_key_is_read_by_its_owner(int bits, int frame)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    KeyPair pair = generator.generateKeyPair();
    byte[] framed = pair.getPublic().getEncoded();
    // What follows the frame is the bare key.
    byte[] bare = Arrays.copyOfRange(framed, frame, framed.length);
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    for (byte[] form : new byte[][] {framed, bare}) {
      byte[] wrapped =
          new RsaKeyWrap(Sensitive.of(Base64.getEncoder().encodeToString(form))).wrap(key);
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
      assertThat(cipher.doFinal(wrapped)).isEqualTo(key);
    }
  }

  /** In DER a length is written in one byte, in two or in three; these meet each, and the ends. */
  @Test
  void a_bare_RSA_key_of_any_length_is_put_into_its_frame() throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance("RSA");
    Set<Integer> lengths = new HashSet<>();
    for (int bytes = 64; bytes <= 300; bytes++) {
      BigInteger modulus = BigInteger.TWO.pow(8 * bytes).subtract(BigInteger.ONE);
      byte[] framed =
          keys.generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4))
              .getEncoded();
      byte[] bare = bare(framed);
      lengths.add(bare.length);
      assertThat(new RsaKeyWrap(Sensitive.of(base64(bare))).wrap(new byte[32]))
          .as("a key of %d bytes", bytes)
          .hasSize(bytes);
    }
    assertThat(lengths).contains(0x7E, 0x7F, 0x80, 0xFE, 0xFF, 0x100);
  }

  /** What stands in the bit string at the end of the frame. */
  private static byte[] bare(byte[] framed) {
    String hex = HexFormat.of().formatHex(framed);
    // A bit string without unused bits, and in it the sequence of a modulus and an exponent.
    int start = hex.indexOf("0030", hex.indexOf("0500") + 4) + 2;
    return HexFormat.of().parseHex(hex.substring(start));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void every_request_has_a_key_and_an_initial_vector_of_its_own() {
    Sealers sealings =
        Sealers.of(settings(Map.of("encryption", TencentSettings.Encryption.AES_256_CBC)));
    Set<String> blobs = new HashSet<>();
    Set<String> vectors = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      SealedText sealed = sealings.several().orElseThrow().seal(Map.of("Name", "韦小宝"));
      blobs.add(sealed.blob());
      vectors.add(sealed.iv());
    }
    assertThat(blobs).hasSize(200);
    assertThat(vectors).hasSize(200);
  }

  @Test
  void a_data_key_is_used_again_but_never_with_the_same_initial_vector() throws Exception {
    AesSealer sealer =
        new AesSealer(
            EnvelopeKeys.dataKey(DATA_KEY, Sensitive.of("blob-k-of-the-key-service")),
            IvEncoding.TEXT,
            RANDOM);
    Set<String> vectors = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("IdCard", "11204416541220243X");
      fields.put("Name", "韦小宝");
      SealedText sealed = sealer.seal(fields);
      assertThat(sealed.blob()).isEqualTo("blob-k-of-the-key-service");
      assertThat(sealed.iv()).matches("[A-Za-z0-9]{16}");
      vectors.add(sealed.iv());
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(new byte[32], "AES"),
          new IvParameterSpec(sealed.iv().getBytes(StandardCharsets.US_ASCII)));
      assertThat(
              new String(
                  cipher.doFinal(Base64.getDecoder().decode(sealed.fields().get("Name"))),
                  StandardCharsets.UTF_8))
          .isEqualTo("韦小宝");
    }
    assertThat(vectors).hasSize(200);
  }

  @Test
  void one_vector_never_serves_two_fields_under_GCM() {
    Sm4Sealer sealer = new Sm4Sealer(EnvelopeKeys.fresh(16, RANDOM, key -> key), RANDOM);
    assertThatThrownBy(() -> sealer.seal(Map.of("Name", "a", "IdCard", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void under_GCM_text_and_tag_are_sent_apart_and_together_give_the_text_again() {
    byte[] key = new byte[16];
    Sm4Sealer sealer =
        new Sm4Sealer(
            EnvelopeKeys.fresh(
                16,
                RANDOM,
                fresh -> {
                  System.arraycopy(fresh, 0, key, 0, 16);
                  return fresh;
                }),
            RANDOM);
    SealedText sealed = sealer.seal(Map.of("Mobile", "13800138000"));
    byte[] both =
        Sm4Sealer.encrypt(
            "13800138000".getBytes(StandardCharsets.UTF_8),
            key,
            Base64.getDecoder().decode(sealed.iv()));
    assertThat(key).isNotEqualTo(new byte[16]);
    assertThat(sealed.iv()).isNotEqualTo(Base64.getEncoder().encodeToString(new byte[12]));
    assertThat(sealed.fields())
        .isEqualTo(Map.of("Mobile", Base64.getEncoder().encodeToString(Arrays.copyOf(both, 11))));
    assertThat(sealed.tags())
        .contains(List.of(Base64.getEncoder().encodeToString(Arrays.copyOfRange(both, 11, 27))));
    assertThat(sealed.blob()).isEqualTo(Base64.getEncoder().encodeToString(key));
    assertThat(sealed).hasToString("Sealed[Mobile]");
  }

  @Test
  void one_field_travels_beside_an_object_that_says_how_to_read_it() {
    for (TencentSettings.Encryption encryption :
        List.of(TencentSettings.Encryption.AES_256_CBC, TencentSettings.Encryption.SM4_GCM)) {
      Map<String, ?> sent =
          Sealers.of(settings(Map.of("encryption", encryption)))
              .nested(Map.of("Mobile", "13800138000"));
      assertThat(sent.keySet().stream().map(String::valueOf))
          .containsExactly("Mobile", "Encryption");
      Map<?, ?> how = (Map<?, ?>) Objects.requireNonNull(sent.get("Encryption"));
      boolean gcm = encryption == TencentSettings.Encryption.SM4_GCM;
      assertThat(how.get("EncryptList")).isEqualTo(List.of("Mobile"));
      assertThat(how.get("Algorithm")).isEqualTo(gcm ? "SM4-GCM" : "AES-256-CBC");
      assertThat((String) how.get("Iv")).hasSize(gcm ? 16 : 24);
      assertThat((String) how.get("CiphertextBlob")).hasSizeGreaterThan(100);
      assertThat(how.containsKey("TagList")).isEqualTo(gcm);
      assertThat(sent.get("Mobile")).isNotEqualTo("13800138000");
    }
  }

  @Test
  void three_fields_travel_beside_three_flat_parameters() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("IdCard", "11204416541220243X");
    fields.put("Name", "韦小宝");
    fields.put("Phone", "13800138000");
    Map<String, Object> dataKey =
        Map.of(
            "encryption",
            TencentSettings.Encryption.AES_256_CBC,
            "dataKey",
            DATA_KEY,
            "dataKeyBlob",
            Sensitive.of("blob"));
    Map<String, ?> sent = Sealers.of(settings(dataKey)).flat(fields);
    assertThat(sent.get("EncryptList")).isEqualTo(List.of("IdCard", "Name", "Phone"));
    assertThat(sent.get("CiphertextBlob")).isEqualTo("blob");
    byte[] iv = Base64.getDecoder().decode((String) sent.get("Iv"));
    fields.forEach(
        (name, text) ->
            assertThat(sent.get(name)).isEqualTo(AesSealer.encrypt(text, new byte[32], iv)));
  }

  @Test
  void with_SM4_the_three_fields_of_an_identity_check_are_encrypted_with_AES() {
    Sealers sealings =
        Sealers.of(settings(Map.of("encryption", TencentSettings.Encryption.SM4_GCM)));
    assertThat(sealings.one().orElseThrow().algorithm()).isEqualTo("SM4-GCM");
    assertThat(sealings.several().orElseThrow().algorithm()).isEqualTo("AES-256-CBC");
  }

  @Test
  void without_encryption_the_fields_stay_as_they_are() {
    Map<String, String> fields = Map.of("Mobile", "13800138000");
    Sealers off = Sealers.of(settings(Map.of()));
    assertThat(off.nested(fields)).isEqualTo(fields);
    assertThat(off.flat(fields)).isEqualTo(fields);
  }

  @Test
  void keys_that_are_none_are_refused_without_being_quoted() {
    for (String bad : new String[] {"not base64 at all!", "bm8ga2V5"}) {
      assertThatThrownBy(() -> new RsaKeyWrap(Sensitive.of(bad)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rsa-public-key")
          .hasMessageNotContaining(bad)
          .hasMessageNotContaining("!");
      assertThatThrownBy(() -> new Sm2KeyWrap(Sensitive.of(bad), RANDOM))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sm2-public-key")
          .hasMessageNotContaining(bad);
      assertThatThrownBy(() -> EnvelopeKeys.dataKey(Sensitive.of(bad), Sensitive.of("blob")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("data-key")
          .hasMessageNotContaining(bad);
    }
  }

  private static TencentSettings settings(Map<String, ?> more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("secretId", Sensitive.of("AKIDexample"));
    all.put("secretKey", Sensitive.of("a-secret-key"));
    all.putAll(more);
    return Settings.of(all);
  }
}
