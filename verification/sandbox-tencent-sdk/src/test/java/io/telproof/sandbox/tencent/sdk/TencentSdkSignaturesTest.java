package io.telproof.sandbox.tencent.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.telproof.sandbox.process.SandboxProcess;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and which ways of signing of the vendor's own client the sandbox lets in. */
final class TencentSdkSignaturesTest {

  /** With what URLs, JSON and signatures each have their own opinion about. */
  private static final String NAME = "韦小宝·𠮷 a+b*c~d%20&e=\"f\"/g<h>";

  private static final String ID = "11204416541220243X";
  private static final String STATUS = "{\"Mobile\":\"13800138000\"}";

  private static SandboxProcess sandbox;

  @BeforeAll
  static void start() {
    sandbox = SandboxProcess.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void turn_the_page_of_the_bill() {
    sandbox.newLines();
  }

  @Test
  void a_wrong_secret_is_a_signature_failure_and_free() {
    assertRefused(
        new Credential(TencentSdk.key().getSecretId(), "another-secret"),
        "AuthFailure.SignatureFailure");
  }

  @Test
  void an_unknown_key_id_is_not_found_and_free() {
    assertRefused(
        new Credential("AKIDunknown", TencentSdk.key().getSecretKey()),
        "AuthFailure.SecretIdNotFound");
  }

  @Test
  void a_temporary_key_is_let_in_with_its_token() throws Exception {
    CommonClient client =
        TencentSdk.client(
            "faceid", sandbox.endpoint(), TencentSdk.temporaryKey("telproof-sandbox-token"));

    TencentSdk.response(client.call("MobileStatus", STATUS));

    assertThat(sandbox.newLines()).hasSize(1);
    assertThat(sandbox.lastHeard().path("signatureGood").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "another-token"})
  void a_temporary_key_is_refused_without_its_token(String token) {
    assertRefused(TencentSdk.temporaryKey(token), "AuthFailure.TokenFailure");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_name_arrives_intact_in_the_body_whether_the_payload_is_signed_or_not(boolean signed)
      throws Exception {
    ClientProfile profile = TencentSdk.profile(sandbox.endpoint());
    profile.setUnsignedPayload(!signed);
    CommonClient client = TencentSdk.client("faceid", TencentSdk.key(), profile);

    String reply =
        client.commonRequest(
            new PhoneVerificationRequest(ID, NAME, "13800138000"), "PhoneVerification");

    assertHeardOnce(reply);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_name_arrives_intact_in_the_query_whether_the_payload_is_signed_or_not(boolean signed)
      throws Exception {
    ClientProfile profile = TencentSdk.profile(sandbox.endpoint());
    profile.getHttpProfile().setReqMethod(HttpProfile.REQ_GET);
    profile.setUnsignedPayload(!signed);
    CommonClient client = TencentSdk.client("faceid", TencentSdk.key(), profile);

    String reply =
        client.commonRequest(
            new PhoneVerificationRequest(ID, NAME, "13800138000"), "PhoneVerification");

    assertHeardOnce(reply);
  }

  @Test
  void a_request_made_of_json_is_let_in_like_one_made_of_fields() throws Exception {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), TencentSdk.key());

    TencentSdk.response(client.commonRequest(new CommonRequest(STATUS), "MobileStatus"));

    assertThat(sandbox.newLines()).hasSize(1);
  }

  @Test
  void a_region_is_no_obstacle() throws Exception {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), TencentSdk.key());
    client.setRegion("ap-guangzhou");

    TencentSdk.response(client.call("MobileStatus", STATUS));

    assertThat(sandbox.newLines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"faceid.intl.tencentcloudapi.com", "faceid.ap-guangzhou.tencentcloudapi.com"})
  void the_vendors_own_host_names_are_let_in(String host) throws Exception {
    ClientProfile profile = TencentSdk.through(sandbox.endpoint(), host);
    CommonClient client = TencentSdk.client("faceid", TencentSdk.key(), profile);

    TencentSdk.response(client.call("MobileStatus", STATUS));

    assertThat(sandbox.newLines()).hasSize(1);
  }

  @Test
  void the_host_name_of_one_product_does_not_serve_another() {
    ClientProfile profile =
        TencentSdk.through(sandbox.endpoint(), "domain.intl.tencentcloudapi.com");
    CommonClient client = TencentSdk.client("faceid", TencentSdk.key(), profile);

    TencentCloudSDKException thrown =
        catchThrowableOfType(
            TencentCloudSDKException.class, () -> client.call("MobileStatus", STATUS));

    assertThat(thrown.getErrorCode()).isEqualTo("NoSuchVersion");
  }

  @Test
  void a_body_changed_on_its_way_is_refused_where_the_payload_is_signed() {
    CommonClient client = changingBodies(TencentSdk.profile(sandbox.endpoint()));

    TencentCloudSDKException thrown =
        catchThrowableOfType(
            TencentCloudSDKException.class, () -> client.call("MobileStatus", STATUS));

    assertThat(thrown.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure");
  }

  @Test
  void a_body_changed_on_its_way_is_believed_where_the_payload_is_not_signed() throws Exception {
    ClientProfile profile = TencentSdk.profile(sandbox.endpoint());
    profile.setUnsignedPayload(true);
    CommonClient client = changingBodies(profile);

    TencentSdk.response(client.call("MobileStatus", STATUS));

    assertThat(sandbox.lastHeard().at("/fields/Mobile").asText()).isEqualTo("13800138011");
  }

  private static CommonClient changingBodies(ClientProfile profile) {
    OkHttpClient changing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request signed = chain.request();
                  RequestBody other =
                      RequestBody.create(
                          signed.body().contentType(), "{\"Mobile\":\"13800138011\"}");
                  return chain.proceed(signed.newBuilder().post(other).build());
                })
            .build();
    profile.getHttpProfile().setHttpClient(changing);
    return TencentSdk.client("faceid", TencentSdk.key(), profile);
  }

  private static void assertHeardOnce(String reply) throws Exception {
    assertThat(TencentSdk.response(reply).path("Result").asText()).isEqualTo("0");
    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"));
    JsonNode fields = sandbox.lastHeard().path("fields");
    assertThat(fields.path("Name").asText()).isEqualTo(NAME);
    assertThat(fields.path("IdCard").asText()).isEqualTo(ID);
    assertThat(fields.path("Phone").asText()).isEqualTo("13800138000");
  }

  private static void assertRefused(Credential key, String code) {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), key);

    TencentCloudSDKException thrown =
        catchThrowableOfType(
            TencentCloudSDKException.class, () -> client.call("MobileStatus", STATUS));

    assertThat(thrown.getErrorCode()).isEqualTo(code);
    List<JsonNode> lines = sandbox.newLines();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).path("requestId").asText()).isEqualTo(thrown.getRequestId());
    assertThat(lines.get(0).path("billing").asText()).isEqualTo("FREE");
  }
}
