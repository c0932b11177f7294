package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.SandboxKeys;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.time.Time;
import io.telproof.tencent.TencentSettings.Encryption;
import io.telproof.tencent.TencentSettings.IvEncoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we seal is opened by somebody else, who has the other half of the key. */
final class EncryptionAtTheVendorTest {
  private static final int ROUNDS = 10_000;
  private static final long SEED = 20261121;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  static Stream<Arguments> flows() {
    Map<String, Object> dataKey = new HashMap<>();
    dataKey.put("encryption", Encryption.AES_256_CBC);
    dataKey.put("dataKey", Sensitive.of(SandboxKeys.DATA_KEY));
    dataKey.put("dataKeyBlob", Sensitive.of(SandboxKeys.DATA_KEY_BLOB));
    Map<String, Object> dataKeyAsText = new HashMap<>(dataKey);
    dataKeyAsText.put("encryptionIv", IvEncoding.TEXT);
    return Stream.of(
        Arguments.of("AES under the public key", publicKeys(Encryption.AES_256_CBC)),
        Arguments.of("SM4 under the public key", publicKeys(Encryption.SM4_GCM)),
        Arguments.of("AES under a data key", dataKey),
        Arguments.of("AES under a data key, the vector as text", dataKeyAsText));
  }

  private static Map<String, Object> publicKeys(Encryption encryption) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("encryption", encryption);
    settings.put("rsaPublicKey", Sensitive.of(SandboxKeys.RSA_PUBLIC_KEY));
    settings.put("sm2PublicKey", Sensitive.of(SandboxKeys.SM2_PUBLIC_KEY));
    return settings;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void every_check_is_understood_by_the_vendor(String flow, Map<String, ?> settings) {
    try (Account account = Account.open(new TencentVendor(), Time.system(), settings)) {
      PhoneNumber number = PhoneNumber.of("+8613800138011");
      IdentityClaim claim = IdentityClaim.of(number, "爱新觉罗·永琪", "11204416541220243X");
      assertThat(
              CapturedMessages.of(
                  () -> account.provider().phoneStatus().orElseThrow().check(number)))
          .as(flow)
          .isEqualTo("SUSPENDED CHARGED");
      assertThat(CapturedMessages.of(() -> account.provider().tenure().orElseThrow().check(number)))
          .isEqualTo("12..24 CHARGED");
      assertThat(
              CapturedMessages.of(
                  () -> account.provider().identityMatch().orElseThrow().check(claim)))
          .isEqualTo("MISMATCH CHARGED");
      assertThat(account.sandbox().heard().stream().map(ReceivedRequest::contact))
          .containsOnly("13800138011");
      assertThat(account.sandbox().heard().get(2).fields())
          .containsEntry("Name", "爱新觉罗·永琪")
          .containsEntry("IdCard", "11204416541220243X");
    }
  }

  @Test
  @Timeout(300)
  void ten_thousand_names_and_identity_numbers_come_out_of_AES_as_they_went_in() {
    Sealers sealings = Sealers.of(Settings.of(complete(publicKeys(Encryption.AES_256_CBC))));
    Random random = new Random(SEED);
    TencentVendor vendor = vendor();
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("IdCard", identityNumber(random));
      fields.put("Name", name(random));
      fields.put("Phone", "13800138000");
      ReceivedRequest heard = heard(vendor, "PhoneVerification", sealings.flat(fields));
      for (String field : fields.keySet()) {
        assertThat(heard.fields().get(field))
            .as("%s, round %d, seed %d", field, i, SEED)
            .isEqualTo(fields.get(field));
      }
    }
  }

  @Test
  @Timeout(300)
  void ten_thousand_names_and_identity_numbers_come_out_of_SM4_as_they_went_in() {
    Sealers sealings = Sealers.of(Settings.of(complete(publicKeys(Encryption.SM4_GCM))));
    Random random = new Random(SEED);
    TencentVendor vendor = vendor();
    for (int i = 0; i < ROUNDS; i++) {
      // SM4 is for the one field of these operations: names and identity numbers take its place.
      String text = i % 2 == 0 ? name(random) : identityNumber(random);
      ReceivedRequest heard =
          heard(vendor, "MobileStatus", sealings.nested(Map.of("Mobile", text)));
      assertThat(heard.fields().get("Mobile")).as("round %d, seed %d", i, SEED).isEqualTo(text);
    }
  }

  private static Map<String, Object> complete(Map<String, Object> settings) {
    settings.put("secretId", Sensitive.of(TencentVendor.CREDENTIALS.secretId()));
    settings.put("secretKey", Sensitive.of(TencentVendor.CREDENTIALS.secretKey()));
    return settings;
  }

  private static TencentVendor vendor() {
    return new TencentVendor(
        io.telproof.sandbox.tencent.TencentSettings.published()
            .limits(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  /** What the vendor understood, without a socket between. */
  private static ReceivedRequest heard(TencentVendor vendor, String action, Map<String, ?> fields) {
    byte[] body = JsonObject.write(fields);
    Request request =
        new Request.Builder()
            .url("https://faceid.intl.tencentcloudapi.com/")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-TC-Action", action)
            .header("X-TC-Version", "2018-03-01")
            .post(RequestBody.EMPTY)
            .build();
    Credentials credentials =
        Credentials.of(
            Sensitive.of(TencentVendor.CREDENTIALS.secretId()),
            Sensitive.of(TencentVendor.CREDENTIALS.secretKey()));
    Request signed = new Tc3Signer("faceid").sign(request, body, credentials, NOW, "");
    List<Header> headers = new ArrayList<>();
    signed.headers().forEach(each -> headers.add(new Header(each.getFirst(), each.getSecond())));
    return vendor.answer(new VendorRequest("POST", "/", headers, body), NOW).heard();
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int length = 1 + random.nextInt(30); length > 0; length--) {
      int codePoint;
      do {
        codePoint =
            random.nextBoolean() ? 0x4E00 + random.nextInt(0x5200) : random.nextInt(0x30000);
      } while (!Character.isDefined(codePoint)
          || Character.getType(codePoint) == Character.SURROGATE);
      name.appendCodePoint(codePoint);
    }
    return name.toString();
  }

  private static String identityNumber(Random random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.append("0123456789X".charAt(random.nextInt(11))).toString();
  }
}
