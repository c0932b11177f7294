package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlibabaSignatureTest {

  private static final String NUMBER = "13800138000";

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private Sandbox sandbox = Sandbox.start(SandboxOptions.of().at(clock));
  private Acs3Client client = Acs3Client.of(sandbox, clock.instant());

  @BeforeEach
  void start() {
    restart(AlibabaSettings.published().limits(1000, 1000));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void restart(AlibabaSettings settings) {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.of(new AlibabaVendor(settings)).at(clock));
    client = Acs3Client.of(sandbox, clock.instant());
  }

  @Test
  void a_right_signature_is_accepted_with_the_parameters_in_the_form_and_in_the_query() {
    assertThat(client.status(NUMBER).code()).isEqualTo("200");
    assertThat(client.identity(NUMBER).code()).isEqualTo("200");
    assertThat(client.checkCode(NUMBER, "123456").code()).isEqualTo("OK");
    assertThat(sandbox.heard()).allMatch(heard -> heard.signatureGood());
    assertThat(sandbox.heard().get(1).fields()).containsEntry("UserName", "欧阳·娜");
  }

  @Test
  void names_of_any_letters_arrive_as_they_were_sent() {
    long seed = 3;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder name = new StringBuilder("x");
      for (int i = 0; i < 12; i++) {
        int letter = random.nextInt(4) == 0 ? random.nextInt(0x1fffe) : random.nextInt(0x7e);
        name.appendCodePoint(letter < ' ' || (letter >= 0xd800 && letter < 0xe000) ? '+' : letter);
      }
      boolean query = random.nextBoolean();
      Map<String, String> fields = Map.of("PhoneNumber", NUMBER, "VerifyCode", name.toString());
      Acs3Client.Reply reply =
          Acs3Client.send(
              client.request(
                  "CheckSmsVerifyCode",
                  "2017-05-25",
                  query ? fields : Map.of(),
                  query ? Map.of() : fields));

      assertThat(reply.code()).as("seed %d, round %d", seed, round).isEqualTo("isv.ValidateFail");
      assertThat(sandbox.heard().get(round).fields())
          .as("seed %d, round %d", seed, round)
          .containsEntry("VerifyCode", name.toString());
    }
  }

  @Test
  void a_request_with_one_bit_of_its_body_changed_is_refused() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      Acs3Client.Reply reply = client.bending(request -> flipped(request, random)).status(NUMBER);
      assertThat(reply.code())
          .as("seed %d, round %d", seed, round)
          .isEqualTo("SignatureDoesNotMatch");
      assertThat(reply.status()).isEqualTo(400);
    }
    assertThat(sandbox.bill().requests()).isEqualTo(50);
    assertThat(sandbox.heard()).noneMatch(heard -> heard.signatureGood());
  }

  private static Request flipped(Request request, Random random) {
    try (okio.Buffer buffer = new okio.Buffer()) {
      RequestBody sent = Optional.ofNullable(request.body()).orElseThrow();
      sent.writeTo(buffer);
      byte[] body = buffer.readByteArray();
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
      MediaType type = Optional.ofNullable(sent.contentType()).orElseThrow();
      return request.newBuilder().post(RequestBody.create(body, type)).build();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "host, other.example.com",
    "content-type, application/x-www-form-urlencoded; charset=utf-8",
    "x-acs-action, MobileOnlineTime",
    "x-acs-version, 2017-05-25",
    "x-acs-date, 2026-11-21T12:00:01Z",
    "x-acs-signature-nonce, another",
    "x-acs-content-sha256, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  })
  void a_request_with_a_signed_header_changed_is_refused(String name, String value) {
    Acs3Client.Reply reply =
        client
            .bending(
                request -> {
                  Request.Builder changed = request.newBuilder().header(name, value);
                  if (name.equals("content-type")) {
                    changed.post(
                        RequestBody.create(
                            "Mobile=13800138000&ParamType=normal", MediaType.get(value)));
                  }
                  return changed.build();
                })
            .status(NUMBER);

    assertThat(reply.code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void a_request_with_its_query_changed_is_refused() {
    Acs3Client.Reply reply =
        client
            .bending(
                request ->
                    request
                        .newBuilder()
                        .url(request.url().newBuilder().addQueryParameter("OutId", "1").build())
                        .build())
            .checkCode(NUMBER, "123456");

    assertThat(reply.code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void a_header_of_the_vendors_that_is_sent_must_be_signed() {
    assertThat(client.with("x-acs-credentials-provider", "static_ak").status(NUMBER).code())
        .isEqualTo("200");
    Acs3Client.Reply unsigned =
        client
            .bending(request -> request.newBuilder().header("x-acs-extra", "1").build())
            .status(NUMBER);
    assertThat(unsigned.code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void the_hash_in_the_header_must_be_that_of_the_body_even_if_it_is_signed() {
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertThat(client.with("x-acs-content-sha256", empty).status(NUMBER).code())
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(client.with("x-acs-content-sha256", empty).checkCode(NUMBER, "123456").code())
        .isEqualTo("OK");
  }

  @Test
  void a_header_that_is_signed_must_be_sent() {
    Acs3Client.Reply reply =
        client
            .with("x-acs-extra", "")
            .bending(request -> request.newBuilder().removeHeader("x-acs-extra").build())
            .status(NUMBER);
    assertThat(reply.code()).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, -1, 0, 1, 900})
  void a_date_within_fifteen_minutes_is_accepted(long seconds) {
    assertThat(client.at(clock.instant().plusSeconds(seconds)).status(NUMBER).code())
        .isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(longs = {-901, 901, -86400})
  void a_date_outside_fifteen_minutes_has_expired(long seconds) {
    Acs3Client.Reply reply = client.at(clock.instant().plusSeconds(seconds)).status(NUMBER);

    assertThat(reply.code()).isEqualTo("InvalidTimeStamp.Expired");
    assertThat(reply.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-11-21 12:00:00", "2026-11-21T12:00:00.000Z", "2026-13-41T12:00:00Z"})
  void a_date_in_another_form_is_refused_as_such(String date) {
    Acs3Client.Reply reply =
        client
            .bending(request -> request.newBuilder().header("x-acs-date", date).build())
            .status(NUMBER);
    assertThat(reply.code()).isEqualTo("InvalidTimeStamp.Format");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1200, 1200})
  void every_reply_tells_the_time_of_a_vendor_whose_clock_is_off(long seconds) {
    restart(AlibabaSettings.published().clockOffset(Duration.ofSeconds(seconds)));
    Acs3Client.Reply refused = client.status(NUMBER);
    assertThat(refused.code()).isEqualTo("InvalidTimeStamp.Expired");

    Instant vendorTime = Optional.ofNullable(refused.headers().getInstant("Date")).orElseThrow();
    assertThat(vendorTime).isEqualTo(clock.instant().plusSeconds(seconds));
    assertThat(client.at(vendorTime).status(NUMBER).code()).isEqualTo("200");
  }

  @Test
  void a_nonce_is_used_once() {
    Acs3Client repeating = client.with("x-acs-signature-nonce", "0123456789abcdef");

    assertThat(repeating.status(NUMBER).code()).isEqualTo("200");
    Acs3Client.Reply again = repeating.tenure(NUMBER);
    assertThat(again.code()).isEqualTo("SignatureNonceUsed");
    assertThat(again.status()).isEqualTo(400);
    assertThat(sandbox.bill().charged()).isZero();

    clock.advance(Duration.ofMinutes(15));
    assertThat(repeating.at(clock.instant()).status(NUMBER).code()).isEqualTo("SignatureNonceUsed");
    clock.advance(Duration.ofMinutes(16));
    assertThat(repeating.at(clock.instant()).status(NUMBER).code()).isEqualTo("200");
  }

  @Test
  void a_request_sent_again_byte_by_byte_is_refused() {
    Request request =
        client.request(
            "MobileOnlineTime",
            "2019-03-07",
            Map.of(),
            Map.of("Mobile", NUMBER, "ParamType", "normal"));

    assertThat(Acs3Client.send(request).code()).isEqualTo("200");
    assertThat(Acs3Client.send(request).code()).isEqualTo("SignatureNonceUsed");
    assertThat(sandbox.bill().charged()).isEqualTo(1);
  }

  @Test
  void a_refused_signature_does_not_use_its_nonce_up() {
    Acs3Client once = client.with("x-acs-signature-nonce", "0123456789abcdef");
    AlibabaCredentials wrong =
        new AlibabaCredentials(
            AlibabaVendor.CREDENTIALS.accessKeyId(), "another secret", Optional.empty());

    assertThat(once.as(wrong).status(NUMBER).code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(once.status(NUMBER).code()).isEqualTo("200");
  }

  @Test
  void an_unknown_key_is_not_found() {
    AlibabaCredentials unknown = new AlibabaCredentials("nobody", "secret", Optional.empty());
    Acs3Client.Reply reply = client.as(unknown).status(NUMBER);

    assertThat(reply.code()).isEqualTo("InvalidAccessKeyId.NotFound");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body().has("HostId")).isTrue();
    assertThat(reply.body().has("RequestId")).isTrue();
  }

  @Test
  void several_keys_are_taken_and_a_revoked_one_is_inactive() {
    AlibabaVendor vendor = new AlibabaVendor();
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.of(vendor).at(clock));
    client = Acs3Client.of(sandbox, clock.instant());
    AlibabaCredentials first = AlibabaVendor.CREDENTIALS;
    AlibabaCredentials second = AlibabaVendor.SECOND_CREDENTIALS;
    AlibabaCredentials temporary = AlibabaVendor.TEMPORARY_CREDENTIALS;
    assertThat(client.as(first).status(NUMBER).code()).isEqualTo("200");
    vendor.keys().revoke(first.accessKeyId());
    vendor.keys().revoke(temporary.accessKeyId());
    assertThat(client.as(second).status(NUMBER).code()).isEqualTo("200");
    assertThat(client.as(first).status(NUMBER).code()).isEqualTo("InvalidAccessKeyId.Inactive");
    assertThat(client.as(AlibabaVendor.REVOKED_CREDENTIALS).status(NUMBER).code())
        .isEqualTo("InvalidAccessKeyId.Inactive");
    assertThat(client.as(temporary).status(NUMBER).code())
        .isEqualTo("InvalidSecurityToken.Expired");
    vendor.keys().restore(first.accessKeyId());
    assertThat(client.as(first).status(NUMBER).code()).isEqualTo("200");
  }

  @Test
  void a_vendor_takes_the_keys_of_its_settings_and_no_others() {
    AlibabaCredentials own =
        new AlibabaCredentials("my-id", "my-own-secret-for-tests", Optional.empty());
    restart(AlibabaSettings.published().credentials(List.of(own)));
    assertThat(client.as(own).status(NUMBER).code()).isEqualTo("200");
    assertThat(client.as(AlibabaVendor.CREDENTIALS).status(NUMBER).code())
        .isEqualTo("InvalidAccessKeyId.NotFound");
  }

  @Test
  void a_temporary_key_needs_its_token_and_a_permanent_one_none() {
    AlibabaCredentials temporary = AlibabaVendor.TEMPORARY_CREDENTIALS;
    AlibabaCredentials permanent = AlibabaVendor.CREDENTIALS;
    String id = temporary.accessKeyId();
    String secret = temporary.accessKeySecret();

    assertThat(client.as(temporary).status(NUMBER).code()).isEqualTo("200");
    assertThat(client.as(temporary).with("x-acs-accesskey-id", id).status(NUMBER).code())
        .isEqualTo("200");
    assertThat(
            client.as(new AlibabaCredentials(id, secret, Optional.empty())).status(NUMBER).code())
        .isEqualTo("MissingSecurityToken");
    for (AlibabaCredentials refused :
        new AlibabaCredentials[] {
          new AlibabaCredentials(id, secret, Optional.of("other")),
          new AlibabaCredentials(
              permanent.accessKeyId(), permanent.accessKeySecret(), temporary.securityToken())
        }) {
      assertThat(client.as(refused).status(NUMBER).code())
          .isEqualTo("InvalidSecurityToken.MismatchWithAccessKey");
    }
  }

  @Test
  void another_keys_name_beside_the_credential_is_refused() {
    assertThat(client.with("x-acs-accesskey-id", "somebody").status(NUMBER).code())
        .isEqualTo("IncompleteSignature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer abc",
        "ACS3-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=00",
        "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=x-acs-date;host,Signature="
            + "0000000000000000000000000000000000000000000000000000000000000000",
      })
  void a_malformed_authorization_is_refused_as_such(String authorization) {
    Acs3Client.Reply reply =
        client
            .bending(request -> request.newBuilder().header("Authorization", authorization).build())
            .status(NUMBER);

    assertThat(reply.code()).isEqualTo("IncompleteSignature");
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void only_get_and_post_are_spoken() {
    Acs3Client.Reply reply =
        client
            .bending(request -> request.newBuilder().put(RequestBody.create(new byte[1])).build())
            .status(NUMBER);
    assertThat(reply.code()).isEqualTo("UnsupportedHTTPMethod");
  }

  @ParameterizedTest
  @CsvSource({
    "MobileOnlineStat, 2019-03-07, 127.0.0.1, 404, InvalidApi.NotFound",
    "GetPreValidatePhoneId, 2019-03-07, 127.0.0.1, 404, InvalidApi.NotFound",
    "MobileOnlineStatus, 2019-03-08, 127.0.0.1, 400, NoSuchVersion",
    "MobileOnlineStatus, 2019-03-07, dypnsapi.aliyuncs.com, 404, InvalidProduct.NotFound",
    "MobileOnlineStatus, 2019-03-07, cloudauth.aliyuncs.com, 200, 200",
    "MobileOnlineStatus, 2019-03-07, cloudauth.cn-beijing.aliyuncs.com, 200, 200",
    "MobileOnlineStatus, 2019-03-07, cloudauth-dualstack.aliyuncs.com, 200, 200",
  })
  void what_is_not_offered_is_refused_in_the_vendors_words(
      String action, String version, String host, int status, String code) {
    Acs3Client.Reply reply =
        Acs3Client.send(
            client
                .host(host)
                .request(
                    action, version, Map.of(), Map.of("Mobile", NUMBER, "ParamType", "normal")));

    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
  }
}
