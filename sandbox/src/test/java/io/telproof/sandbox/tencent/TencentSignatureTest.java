package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TencentSignatureTest {

  private static final String NUMBER = "13800138000";

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private Sandbox sandbox = Sandbox.start(SandboxOptions.of().at(clock));
  private Tc3Client client = Tc3Client.of(sandbox, clock.instant());

  @BeforeEach
  void start() {
    restart(TencentSettings.published().limits(1000, 1000));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void restart(TencentSettings settings) {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.of(new TencentVendor(settings)).at(clock));
    client = Tc3Client.of(sandbox, clock.instant());
  }

  @Test
  void a_right_signature_is_accepted() {
    assertThat(client.status(NUMBER).path("Result").asText()).isEqualTo("0");
    assertThat(sandbox.heard().get(0).signatureGood()).isTrue();
  }

  @Test
  void a_get_is_accepted_with_its_query_as_it_was_sent() {
    JsonNode reply =
        client.get(
            "PhoneVerification",
            "Phone=13800138000&Name=%E9%9F%A6%E5%B0%8F%E5%AE%9D&IdCard=11204416541220243X");

    assertThat(reply.path("Result").asText()).isEqualTo("0");
    assertThat(sandbox.heard().get(0).fields()).containsEntry("Name", "韦小宝");
  }

  @Test
  void an_unsigned_payload_is_accepted_where_the_header_says_so() {
    assertThat(client.unsigned().status(NUMBER).path("Result").asText()).isEqualTo("0");
  }

  @Test
  void a_request_with_one_bit_of_its_body_changed_is_refused() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      JsonNode reply = client.bending(request -> flipped(request, random)).status(NUMBER);
      assertThat(Tc3Client.error(reply))
          .as("seed %d, round %d", seed, round)
          .contains("AuthFailure.SignatureFailure");
    }
    assertThat(sandbox.bill().charged()).isZero();
    assertThat(sandbox.bill().requests()).isEqualTo(50);
    assertThat(sandbox.heard()).noneMatch(heard -> heard.signatureGood());
  }

  private static Request flipped(Request request, Random random) {
    byte[] body = bytes(request);
    body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    return request.newBuilder().post(RequestBody.create(body, type(request))).build();
  }

  private static byte[] bytes(Request request) {
    try (Buffer buffer = new Buffer()) {
      body(request).writeTo(buffer);
      return buffer.readByteArray();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RequestBody body(Request request) {
    return Optional.ofNullable(request.body()).orElseThrow();
  }

  private static okhttp3.MediaType type(Request request) {
    return Optional.ofNullable(body(request).contentType()).orElseThrow();
  }

  @Test
  void a_request_with_one_bit_of_its_signature_changed_is_refused() {
    for (int digit = 0; digit < 64; digit++) {
      int at = digit;
      JsonNode reply = client.bending(request -> otherDigit(request, at)).status(NUMBER);
      assertThat(Tc3Client.error(reply))
          .as("digit %d", digit)
          .contains("AuthFailure.SignatureFailure");
    }
  }

  private static Request otherDigit(Request request, int digit) {
    String authorization = Optional.ofNullable(request.header("Authorization")).orElseThrow();
    StringBuilder changed = new StringBuilder(authorization);
    int at = changed.length() - 64 + digit;
    changed.setCharAt(at, Character.forDigit(Character.digit(changed.charAt(at), 16) ^ 1, 16));
    return request.newBuilder().header("Authorization", changed.toString()).build();
  }

  @ParameterizedTest
  @CsvSource({
    "Host, other.example.com",
    "X-TC-Action, MobileNetworkTimeVerification",
    "X-TC-Timestamp, 1795262401",
  })
  void a_request_with_a_signed_header_changed_is_refused(String name, String value) {
    JsonNode reply =
        client.bending(request -> request.newBuilder().header(name, value).build()).status(NUMBER);

    assertThat(Tc3Client.error(reply)).contains("AuthFailure.SignatureFailure");
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 1, 300})
  void a_timestamp_within_five_minutes_is_accepted(long seconds) {
    Instant at = clock.instant().plusSeconds(seconds);
    assertThat(client.at(at).status(NUMBER).path("Result").asText()).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86400, 86400})
  void a_timestamp_outside_five_minutes_has_expired(long seconds) {
    Instant at = clock.instant().plusSeconds(seconds);
    assertThat(Tc3Client.error(client.at(at).status(NUMBER)))
        .contains("AuthFailure.SignatureExpire");
  }

  @ParameterizedTest
  @ValueSource(longs = {-600, 600})
  void every_reply_tells_the_time_of_a_vendor_whose_clock_is_off(long seconds) {
    restart(TencentSettings.published().clockOffset(Duration.ofSeconds(seconds)));
    var refused = Tc3Client.send(client.post("MobileStatus", "2018-03-01", "{}"));
    assertThat(refused.body()).contains("AuthFailure.SignatureExpire");

    Instant vendorTime = Optional.ofNullable(refused.headers().getInstant("Date")).orElseThrow();
    assertThat(vendorTime).isEqualTo(clock.instant().plusSeconds(seconds));
    assertThat(client.at(vendorTime).status(NUMBER).path("Result").asText()).isEqualTo("0");
  }

  @Test
  void the_day_of_the_credential_must_be_the_timestamps_day_in_utc() {
    clock.advance(Duration.ofHours(12));
    Tc3Client midnight = client.at(clock.instant());
    JsonNode right = midnight.day("2026-11-22").status(NUMBER);
    JsonNode wrong = midnight.day("2026-11-21").status(NUMBER);

    assertThat(right.path("Result").asText()).isEqualTo("0");
    assertThat(Tc3Client.error(wrong)).contains("AuthFailure.SignatureFailure");
  }

  @Test
  void an_unknown_key_is_not_found() {
    TencentCredentials unknown = new TencentCredentials("AKIDnobody", "secret", Optional.empty());
    assertThat(Tc3Client.error(client.as(unknown).status(NUMBER)))
        .contains("AuthFailure.SecretIdNotFound");
  }

  @Test
  void a_wrong_secret_is_a_wrong_signature() {
    TencentCredentials wrong =
        new TencentCredentials(
            TencentVendor.CREDENTIALS.secretId(), "another secret", Optional.empty());
    assertThat(Tc3Client.error(client.as(wrong).status(NUMBER)))
        .contains("AuthFailure.SignatureFailure");
  }

  @Test
  void several_keys_are_taken_and_a_revoked_one_is_not_found() {
    TencentVendor vendor = new TencentVendor();
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.of(vendor).at(clock));
    client = Tc3Client.of(sandbox, clock.instant());
    TencentCredentials first = TencentVendor.CREDENTIALS;
    TencentCredentials second = TencentVendor.SECOND_CREDENTIALS;
    TencentCredentials temporary = TencentVendor.TEMPORARY_CREDENTIALS;
    for (TencentCredentials key : List.of(first, second)) {
      assertThat(client.as(key).status(NUMBER).path("Result").asText()).isEqualTo("0");
    }
    vendor.keys().revoke(first.secretId());
    vendor.keys().revoke(temporary.secretId());
    assertThat(client.as(second).status(NUMBER).path("Result").asText()).isEqualTo("0");
    for (TencentCredentials key : List.of(first, TencentVendor.REVOKED_CREDENTIALS)) {
      assertThat(Tc3Client.error(client.as(key).status(NUMBER)))
          .contains("AuthFailure.SecretIdNotFound");
    }
    assertThat(Tc3Client.error(client.as(temporary).status(NUMBER)))
        .contains("AuthFailure.TokenFailure");
    vendor.keys().restore(first.secretId());
    assertThat(client.as(first).status(NUMBER).path("Result").asText()).isEqualTo("0");
  }

  @Test
  void a_vendor_takes_the_keys_of_its_settings_and_no_others() {
    TencentCredentials own =
        new TencentCredentials("AKIDmine", "my-own-secret-key-for-tests", Optional.empty());
    restart(TencentSettings.published().credentials(List.of(own)));
    assertThat(client.as(own).status(NUMBER).path("Result").asText()).isEqualTo("0");
    assertThat(Tc3Client.error(client.as(TencentVendor.CREDENTIALS).status(NUMBER)))
        .contains("AuthFailure.SecretIdNotFound");
  }

  @Test
  void a_temporary_key_needs_its_token_and_a_permanent_one_none() {
    TencentCredentials temporary = TencentVendor.TEMPORARY_CREDENTIALS;
    TencentCredentials tokenless =
        new TencentCredentials(temporary.secretId(), temporary.secretKey(), Optional.empty());
    TencentCredentials wrongToken =
        new TencentCredentials(temporary.secretId(), temporary.secretKey(), Optional.of("other"));
    TencentCredentials permanent = TencentVendor.CREDENTIALS;
    TencentCredentials needless =
        new TencentCredentials(permanent.secretId(), permanent.secretKey(), temporary.token());

    assertThat(client.as(temporary).status(NUMBER).path("Result").asText()).isEqualTo("0");
    for (TencentCredentials refused : List.of(tokenless, wrongToken, needless)) {
      assertThat(Tc3Client.error(client.as(refused).status(NUMBER)))
          .contains("AuthFailure.TokenFailure");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SKIP",
        "Bearer abc",
        "TC3-HMAC-SHA256 Credential=a/2026-11-21/faceid/tc3_request, SignedHeaders=host,"
            + " Signature=00",
      })
  void a_malformed_authorization_is_refused_as_such(String authorization) {
    JsonNode reply =
        client
            .bending(request -> request.newBuilder().header("Authorization", authorization).build())
            .status(NUMBER);

    assertThat(Tc3Client.error(reply)).contains("AuthFailure.InvalidAuthorization");
  }

  @ParameterizedTest
  @CsvSource({
    "content-type;host;x-tc-action, host;content-type;x-tc-action",
    "content-type;host;x-tc-action, host;x-tc-action",
    "content-type;host;x-tc-action, content-type;x-tc-action",
    "content-type;host;x-tc-action, content-type;host;x-tc-absent",
    "content-type;host;x-tc-action, content-type;content-type;host",
  })
  void the_signed_headers_must_be_complete_sent_and_in_order(String from, String to) {
    JsonNode reply =
        client
            .bending(
                request ->
                    request
                        .newBuilder()
                        .header(
                            "Authorization",
                            Optional.ofNullable(request.header("Authorization"))
                                .orElseThrow()
                                .replace(from, to))
                        .build())
            .status(NUMBER);

    assertThat(Tc3Client.error(reply)).contains("AuthFailure.InvalidAuthorization");
  }

  @Test
  void only_get_and_post_are_spoken() {
    JsonNode reply =
        client
            .bending(
                request ->
                    request.newBuilder().put(RequestBody.create("{}", type(request))).build())
            .status(NUMBER);

    assertThat(Tc3Client.error(reply)).contains("UnsupportedProtocol");
  }

  @Test
  void a_host_of_the_vendors_must_be_the_signed_products() {
    Tc3Client atFaceid = client.host("faceid.intl.tencentcloudapi.com");
    assertThat(atFaceid.status(NUMBER).path("Result").asText()).isEqualTo("0");
    assertThat(Tc3Client.error(client.host("domain.tencentcloudapi.com").status(NUMBER)))
        .contains("AuthFailure.InvalidAuthorization");
  }

  @Test
  void a_service_taken_from_an_address_as_the_vendors_sdk_does_it_is_accepted_there() {
    assertThat(client.service("127").status(NUMBER).path("Result").asText()).isEqualTo("0");
    Tc3Client named = client.host("localhost:8080").service("localhost:8080");
    assertThat(named.status(NUMBER).path("Result").asText()).isEqualTo("0");
    Tc3Client elsewhere = client.host("faceid.tencentcloudapi.com").service("127");
    assertThat(Tc3Client.error(elsewhere.status(NUMBER)))
        .contains("AuthFailure.InvalidAuthorization");
  }

  @ParameterizedTest
  @CsvSource({"X-TC-Timestamp", "X-TC-Version"})
  void a_header_that_is_missing_is_a_missing_parameter(String name) {
    JsonNode reply =
        client.bending(request -> request.newBuilder().removeHeader(name).build()).status(NUMBER);

    assertThat(Tc3Client.error(reply)).contains("MissingParameter");
  }

  @Test
  void a_request_that_is_too_large_is_refused_before_its_signature_is_looked_at() {
    String body = "{\"Mobile\":\"" + " ".repeat(10 << 20) + "\"}";

    assertThat(Tc3Client.error(client.ask("MobileStatus", body)))
        .contains("RequestSizeLimitExceeded");
    assertThat(Tc3Client.error(client.get("MobileStatus", "Mobile=" + "1".repeat(32 << 10))))
        .contains("RequestSizeLimitExceeded");
  }

  @Test
  void refusals_are_replies_of_status_200_with_a_request_id_and_cost_nothing() {
    var reply =
        Tc3Client.send(
            client
                .bending(request -> request.newBuilder().header("Authorization", "").build())
                .post("MobileStatus", "2018-03-01", "{}"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"Error\":{\"Code\":", "\"RequestId\":");
    assertThat(sandbox.bill().requests("MobileStatus")).isEqualTo(1);
    assertThat(sandbox.bill().charged()).isZero();
  }
}
