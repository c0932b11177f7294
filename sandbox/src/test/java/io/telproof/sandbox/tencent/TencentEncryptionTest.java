package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TencentEncryptionTest {

  private static final List<String> ELEMENTS = List.of("IdCard", "Name", "Phone");

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(TencentSettings.published().limits(1000, 1000)))
              .at(clock));
  private final Tc3Client client = Tc3Client.of(sandbox, clock.instant());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode ask(String action, ObjectNode request) {
    return client.ask(action, request.toString());
  }

  private ReceivedRequest lastHeard() {
    return sandbox.heard().get(sandbox.heard().size() - 1);
  }

  static Stream<Arguments> published() throws IOException {
    try (InputStream file =
        TencentEncryptionTest.class.getResourceAsStream("/vectors/tencent.json")) {
      JsonNode vectors = new ObjectMapper().readTree(file).path("faceid_encryption_vectors");
      return Stream.of("aes_256_cbc", "sm4_gcm")
          .flatMap(
              name ->
                  Stream.of(0, 1)
                      .map(
                          item ->
                              Arguments.of(
                                  name,
                                  vectors.path(name),
                                  vectors.path(name).path("items").get(item))));
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void a_published_ciphertext_is_read(String name, JsonNode vector, JsonNode item)
      throws GeneralSecurityException {
    Cryptography cryptography = name.equals("sm4_gcm") ? new Sm4Gcm() : new Aes256Cbc();
    byte[] text =
        cryptography.decrypt(
            binary(vector, "key_b64"),
            binary(vector, "iv_b64"),
            binary(item, "ciphertext_b64"),
            binary(item, "tag_b64"));

    assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(item.path("plaintext").asText());
  }

  private static byte[] binary(JsonNode node, String name) {
    return Base64.getDecoder().decode(node.path(name).asText(""));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_encrypted_number_is_read_counted_and_answered(boolean sm4) {
    Sealer sealer = new Sealer(sm4, new Random(1));

    JsonNode status = ask("MobileStatus", sealer.mobile("13800138010"));
    assertThat(status.path("StatusCode").asInt()).isEqualTo(1);
    assertThat(lastHeard().contact()).isEqualTo("13800138010");
    assertThat(lastHeard().fields())
        .containsEntry("Mobile", "13800138010")
        .containsEntry("Encryption.EncryptList.0", "Mobile")
        .containsEntry("Encryption.Iv", Sealer.base64(sealer.iv));

    JsonNode tenure = ask("MobileNetworkTimeVerification", sealer.mobile("13800138010"));
    assertThat(tenure.path("Range").asText()).isEqualTo("[12,24)");
    assertThat(sandbox.bill().lines().get(0).contact()).isEqualTo("138****8010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IdCard", "Name", "Phone", "Phone,Name", "IdCard,Name,Phone"})
  void any_of_the_three_elements_may_be_encrypted(String fields) {
    Sealer sealer = new Sealer(false, new Random(2));
    ObjectNode request =
        sealer.elements("13800138020", "爱新觉罗永琪", "11204416541220243X", List.of(fields.split(",")));

    assertThat(ask("PhoneVerification", request).path("Result").asText()).isEqualTo("-4");
    assertThat(lastHeard().fields())
        .containsEntry("Phone", "13800138020")
        .containsEntry("Name", "爱新觉罗永琪")
        .containsEntry("IdCard", "11204416541220243X");
  }

  @Test
  void a_get_carries_encrypted_fields_in_flat_names() {
    Sealer sealer = new Sealer(false, new Random(3));
    ObjectNode mobile = sealer.mobile("13800138010");
    JsonNode encryption = mobile.path("Encryption");
    String query =
        "Mobile=%s&Encryption.EncryptList.0=Mobile&Encryption.CiphertextBlob=%s&Encryption.Iv=%s"
            .formatted(
                escaped(mobile.path("Mobile")),
                escaped(encryption.path("CiphertextBlob")),
                escaped(encryption.path("Iv")));

    assertThat(client.get("MobileStatus", query).path("StatusCode").asInt()).isEqualTo(1);
  }

  private static String escaped(JsonNode text) {
    return text.asText().replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
  }

  @Test
  void a_data_key_of_the_older_flow_is_known_by_its_blob_and_its_vector_may_be_plain_text()
      throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(SandboxKeys.DATA_KEY);
    String iv = "abcdefghijklmnop";
    javax.crypto.Cipher aes = javax.crypto.Cipher.getInstance("AES/CBC/PKCS5Padding");
    aes.init(
        javax.crypto.Cipher.ENCRYPT_MODE,
        new javax.crypto.spec.SecretKeySpec(key, "AES"),
        new javax.crypto.spec.IvParameterSpec(iv.getBytes(StandardCharsets.US_ASCII)));
    String mobile = Sealer.base64(aes.doFinal("13800138010".getBytes(StandardCharsets.US_ASCII)));
    ObjectNode request = new Sealer(false, new Random(4)).mobile("1");
    request.put("Mobile", mobile);
    request
        .withObject("/Encryption")
        .put("CiphertextBlob", SandboxKeys.DATA_KEY_BLOB)
        .put("Iv", iv);

    assertThat(ask("MobileStatus", request).path("StatusCode").asInt()).isEqualTo(1);
  }

  record Wrong(String what, String code, Consumer<ObjectNode> change) {

    @Override
    public String toString() {
      return what + " is " + code;
    }
  }

  static Stream<Wrong> wrongs() {
    String unsupported = "InvalidParameter.UnsupportEncryptField";
    String undecryptable = "FailedOperation.DecryptSystemError";
    return Stream.of(
        new Wrong("a field in clear", unsupported, at -> at.put("Mobile", "13800138000")),
        new Wrong("a field that is not base64", unsupported, at -> at.put("Mobile", "爱新觉罗")),
        new Wrong("a field of another action", unsupported, at -> list(at, "Phone")),
        new Wrong("an empty list", unsupported, at -> list(at)),
        new Wrong("a field listed twice", unsupported, at -> list(at, "Mobile", "Mobile")),
        new Wrong("another ciphertext", undecryptable, at -> at.put("Mobile", "QUJDREVGR0g=")),
        new Wrong("a short vector", undecryptable, at -> put(at, "Iv", "QUJDREVGR0g=")),
        new Wrong("a short blob", undecryptable, at -> put(at, "CiphertextBlob", "QUJD")),
        new Wrong(
            "a blob that is not base64", undecryptable, at -> put(at, "CiphertextBlob", "-k-")),
        new Wrong(
            "an unknown algorithm", "InvalidParameterValue", at -> put(at, "Algorithm", "DES")),
        new Wrong("no blob", "MissingParameter", at -> encryption(at).remove("CiphertextBlob")),
        new Wrong("no vector", "MissingParameter", at -> encryption(at).remove("Iv")),
        new Wrong("no list", "MissingParameter", at -> encryption(at).remove("EncryptList")),
        new Wrong("something undefined", "UnknownParameter", at -> put(at, "Key", "x")));
  }

  private static ObjectNode encryption(ObjectNode request) {
    return request.withObject("/Encryption");
  }

  private static void put(ObjectNode request, String name, String value) {
    encryption(request).put(name, value);
  }

  private static void list(ObjectNode request, String... fields) {
    encryption(request).putArray("EncryptList");
    for (String field : fields) {
      encryption(request).withArray("EncryptList").add(field);
    }
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void what_cannot_be_read_is_refused_by_name(Wrong wrong) {
    for (boolean sm4 : new boolean[] {false, true}) {
      ObjectNode request = new Sealer(sm4, new Random(5)).mobile("13800138000");
      if (sm4 && wrong.what().equals("a field listed twice")) {
        request.withObject("/Encryption").withArray("TagList").add("AAAA");
      }
      wrong.change().accept(request);
      assertThat(Tc3Client.error(ask("MobileStatus", request)))
          .as(sm4 ? "SM4" : "AES")
          .contains(wrong.code());
    }
    assertThat(sandbox.bill().charged()).isZero();
  }

  @Test
  void a_tag_must_be_there_and_right() {
    ObjectNode without = new Sealer(true, new Random(6)).mobile("13800138000");
    without.withObject("/Encryption").remove("TagList");
    ObjectNode wrong = new Sealer(true, new Random(6)).mobile("13800138000");
    wrong.withObject("/Encryption").putArray("TagList").add("AAAAAAAAAAAAAAAAAAAAAA==");

    assertThat(Tc3Client.error(ask("MobileStatus", without))).contains("InvalidParameterValue");
    assertThat(Tc3Client.error(ask("MobileStatus", wrong)))
        .contains("FailedOperation.DecryptSystemError");
  }

  @Test
  void a_key_of_another_length_is_not_taken() {
    ObjectNode request = new Sealer(false, new Random(7), 16).mobile("13800138000");

    assertThat(Tc3Client.error(ask("MobileStatus", request)))
        .contains("FailedOperation.DecryptSystemError");
  }

  @Test
  void the_flat_form_has_no_algorithm_and_no_object() {
    Sealer sealer = new Sealer(false, new Random(8));
    ObjectNode algorithm = sealer.elements("13800138000", "x", "1", ELEMENTS).put("Algorithm", "x");
    ObjectNode object = sealer.elements("13800138000", "x", "1", ELEMENTS);
    object.putObject("Encryption");
    ObjectNode incomplete = sealer.elements("13800138000", "x", "1", ELEMENTS);
    incomplete.remove("Iv");

    assertThat(Tc3Client.error(ask("PhoneVerification", algorithm))).contains("UnknownParameter");
    assertThat(Tc3Client.error(ask("PhoneVerification", object))).contains("UnknownParameter");
    assertThat(Tc3Client.error(ask("PhoneVerification", incomplete))).contains("MissingParameter");
  }

  @Test
  void ten_thousand_names_and_identity_numbers_are_read_back_from_aes() throws Refusal {
    readBack(20261121, 10_000, false);
  }

  @Test
  void a_thousand_numbers_of_any_letters_are_read_back_from_sm4() throws Refusal {
    readBack(20261121, 1_000, true);
  }

  private static void readBack(long seed, int rounds, boolean sm4) throws Refusal {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Sealer sealer = new Sealer(sm4, random);
      String name = letters(random);
      if (sm4) {
        ObjectNode plain = Unsealer.plain(sealer.mobile(name), List.of("Mobile"));
        assertThat(plain.path("Mobile").asText())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(name);
      } else {
        String id = letters(random);
        ObjectNode plain = Unsealer.plain(sealer.elements("1", name, id, ELEMENTS), ELEMENTS);
        assertThat(plain.path("Name").asText())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(name);
        assertThat(plain.path("IdCard").asText())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(id);
      }
    }
  }

  private static String letters(Random random) {
    int length = 1 + random.nextInt(24);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int letter = random.nextInt(0x30000);
      if (Character.isDefined(letter) && (letter < 0xd800 || letter > 0xdfff)) {
        text.appendCodePoint(letter);
      }
    }
    return text.toString();
  }
}
