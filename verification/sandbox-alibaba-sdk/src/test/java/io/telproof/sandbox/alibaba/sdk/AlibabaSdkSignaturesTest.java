package io.telproof.sandbox.alibaba.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.process.SandboxProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and which ways of asking of the vendor's own client the sandbox lets in. */
final class AlibabaSdkSignaturesTest {

  /** With what URLs, forms and signatures each have their own opinion about. */
  private static final String NAME = "韦小宝·𠮷 a+b*c~d%20&e=\"f\"/g<h>";

  private static final Map<String, String> IDENTITY =
      Map.of(
          "Mobile", "13800138000",
          "ParamType", "normal",
          "UserName", NAME,
          "IdentifyNum", "11204416541220243X");
  private static final Map<String, String> STATUS =
      Map.of("Mobile", "13800138000", "ParamType", "normal");

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
  void a_wrong_secret_does_not_match_and_is_free() throws Exception {
    assertRefused(
        AlibabaSdk.key("telproof-sandbox-id", "another-secret"), "SignatureDoesNotMatch", 400);
  }

  @Test
  void an_unknown_key_id_is_not_found_and_free() throws Exception {
    assertRefused(
        AlibabaSdk.key("unknown-id", "telproof-sandbox-secret"),
        "InvalidAccessKeyId.NotFound",
        404);
  }

  @Test
  void a_temporary_key_is_let_in_with_its_token() throws Exception {
    Config temporary = AlibabaSdk.temporaryKey().setSecurityToken("telproof-sandbox-token");
    Client client = AlibabaSdk.client(sandbox.endpoint(), temporary);

    JsonNode body = AlibabaSdk.call(client, "MobileOnlineStatus", AlibabaSdk.inBody(STATUS));

    assertThat(body.path("Code").asText()).isEqualTo("200");
    assertThat(sandbox.newLines()).hasSize(1);
  }

  @Test
  void a_temporary_key_is_refused_without_its_token() throws Exception {
    assertRefused(AlibabaSdk.temporaryKey(), "MissingSecurityToken", 400);
  }

  @Test
  void a_temporary_key_is_refused_with_another_token() throws Exception {
    assertRefused(
        AlibabaSdk.temporaryKey().setSecurityToken("another-token"),
        "InvalidSecurityToken.MismatchWithAccessKey",
        400);
  }

  @Test
  void a_name_arrives_intact_in_the_body() throws Exception {
    assertHeardOnce(AlibabaSdk.params("Mobile3MetaDetailVerify"), AlibabaSdk.inBody(IDENTITY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void a_name_arrives_intact_in_the_query(String method) throws Exception {
    assertHeardOnce(
        AlibabaSdk.params("Mobile3MetaDetailVerify").setMethod(method),
        AlibabaSdk.inQuery(IDENTITY));
  }

  @Test
  void codes_may_be_asked_for_in_the_body_although_their_page_says_query() throws Exception {
    Client client = AlibabaSdk.client(sandbox.endpoint(), AlibabaSdk.key());
    OpenApiRequest request =
        AlibabaSdk.inBody(Map.of("PhoneNumber", "13800138000", "VerifyCode", "123456"));

    JsonNode body = AlibabaSdk.call(client, "CheckSmsVerifyCode", request);

    assertThat(body.at("/Model/VerifyResult").asText()).isEqualTo("PASS");
  }

  @ParameterizedTest
  @CsvSource({
    "cloudauth.aliyuncs.com, MobileOnlineStatus",
    "cloudauth.cn-beijing.aliyuncs.com, MobileOnlineStatus",
    "cams.ap-southeast-1.aliyuncs.com, GetPreValidatePhoneId",
    "dypnsapi.aliyuncs.com, CheckSmsVerifyCode",
  })
  void the_vendors_own_host_names_are_let_in(String host, String action) throws Exception {
    Client client = AlibabaSdk.through(sandbox.endpoint(), host, AlibabaSdk.key());
    OpenApiRequest request =
        AlibabaSdk.inBody(
            Map.of(
                "Mobile", "13800138000",
                "PhoneNumber", "8613800138000",
                "ParamType", "normal",
                "VerifyCode", "123456"));

    JsonNode body = AlibabaSdk.call(client, action, request);

    assertThat(body.path("Code").asText()).isIn("OK", "200");
    assertThat(sandbox.newLines()).hasSize(1);
  }

  @Test
  void the_host_name_of_one_product_does_not_serve_another() throws Exception {
    Client client =
        AlibabaSdk.through(sandbox.endpoint(), "dypnsapi.aliyuncs.com", AlibabaSdk.key());

    TeaException thrown =
        catchThrowableOfType(
            TeaException.class,
            () -> AlibabaSdk.call(client, "MobileOnlineStatus", AlibabaSdk.inBody(STATUS)));

    assertThat(thrown.getCode()).isEqualTo("InvalidProduct.NotFound");
  }

  private static void assertHeardOnce(Params params, OpenApiRequest request) throws Exception {
    Client client = AlibabaSdk.client(sandbox.endpoint(), AlibabaSdk.key());

    JsonNode body = AlibabaSdk.call(client, params, request, new RuntimeOptions());

    assertThat(body.at("/ResultObject/BizCode").asText()).isEqualTo("1");
    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"));
    JsonNode fields = sandbox.lastHeard().path("fields");
    IDENTITY.forEach((name, value) -> assertThat(fields.path(name).asText()).isEqualTo(value));
  }

  private static void assertRefused(Config key, String code, int status) throws Exception {
    Client client = AlibabaSdk.client(sandbox.endpoint(), key);

    TeaException thrown =
        catchThrowableOfType(
            TeaException.class,
            () -> AlibabaSdk.call(client, "MobileOnlineStatus", AlibabaSdk.inBody(STATUS)));

    assertThat(thrown.getCode()).isEqualTo(code);
    assertThat(thrown.getStatusCode()).isEqualTo(status);
    List<JsonNode> lines = sandbox.newLines();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).path("requestId").asText())
        .isEqualTo(String.valueOf(thrown.getData().get("RequestId")));
    assertThat(lines.get(0).path("billing").asText()).isEqualTo("FREE");
  }
}
