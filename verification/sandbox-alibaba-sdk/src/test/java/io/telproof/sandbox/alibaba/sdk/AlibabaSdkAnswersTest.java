package io.telproof.sandbox.alibaba.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.process.SandboxProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's own client makes of the sandbox's answers, and what it is charged for them. */
final class AlibabaSdkAnswersTest {

  private static SandboxProcess sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxProcess.start();
    client = AlibabaSdk.client(sandbox.endpoint(), AlibabaSdk.key());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void turn_the_page_of_the_bill() {
    sandbox.newLines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GetPreValidatePhoneId | {"PhoneNumber":"8613800138000","VerifyCode":"1234"} | {"Code":"OK","Message":"None","Data":{"PhoneNumberId":"2224348000","PhoneNumber":"928000"}} | UNSTATED
          MobileOnlineStatus | {"Mobile":"13800138000","ParamType":"normal"} | {"Code":"200","Message":"success","ResultObject":{"BizCode":"1","SubCode":"101","IspName":"CMCC"}} | UNSTATED
          MobileOnlineTime | {"Mobile":"13800138000","ParamType":"normal"} | {"Code":"200","Message":"success","ResultObject":{"BizCode":"1","TimeCode":"5","IspName":"CMCC"}} | CHARGED
          Mobile3MetaDetailVerify | {"Mobile":"13800138000","ParamType":"normal","UserName":"韦小宝","IdentifyNum":"11204416541220243X"} | {"Code":"200","Message":"success","ResultObject":{"BizCode":"1","SubCode":"101","IspName":"CMCC"}} | CHARGED
          """)
  void every_operation_with_its_parameters_in_the_body_is_answered_and_charged_once(
      String action, String parameters, String answer, String billing) throws Exception {
    OpenApiRequest request = AlibabaSdk.inBody(AlibabaSdk.parameters(parameters));

    ObjectNode body = (ObjectNode) AlibabaSdk.call(client, action, request);

    assertBilledOnce(action, body.path("RequestId").asText(), billing);
    body.remove("RequestId");
    assertThat(body).isEqualTo(AlibabaSdk.json(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SendSmsVerifyCode | {"PhoneNumber":"13800138000","SignName":"速通互联验证码","TemplateCode":"100001","TemplateParam":"{\\"code\\":\\"##code##\\"}","OutId":"a b"} | {"Code":"OK","Success":true,"Model":{"BizId":"112231421412414124123^4","OutId":"a b"}} | CHARGED
          CheckSmsVerifyCode | {"PhoneNumber":"13800138000","VerifyCode":"123456"} | {"Code":"OK","Success":true,"Model":{"OutId":"","VerifyResult":"PASS"}} | FREE
          """)
  void every_operation_with_its_parameters_in_the_query_is_answered_and_billed_once(
      String action, String parameters, String answer, String billing) throws Exception {
    OpenApiRequest request = AlibabaSdk.inQuery(AlibabaSdk.parameters(parameters));

    ObjectNode body = (ObjectNode) AlibabaSdk.call(client, action, request);

    assertBilledOnce(action, body.path("RequestId").asText(), billing);
    body.retain("Code", "Success", "Model");
    assertThat(body).isEqualTo(AlibabaSdk.json(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "MobileOnlineStatus, 13800138020, /ResultObject/SubCode, 202, UNSTATED",
    "MobileOnlineStatus, 13800138100, /ResultObject/BizCode, 1, UNSTATED",
    "MobileOnlineStatus, 13800138230, /Code, 402, UNSTATED",
    "MobileOnlineTime, 13800138010, /ResultObject/TimeCode, 4, CHARGED",
    "MobileOnlineTime, 13800138080, /ResultObject/BizCode, 3, FREE",
    "MobileOnlineTime, 13800138200, /Code, 401, FREE",
    "MobileOnlineTime, 13800138400, /Code, 412, FREE",
  })
  void a_failing_code_with_status_200_is_a_reply_like_any_other(
      String action, String number, String where, String value, String billing) throws Exception {
    OpenApiRequest request = AlibabaSdk.inBody(Map.of("Mobile", number, "ParamType", "normal"));

    JsonNode body = AlibabaSdk.call(client, action, request);

    assertThat(body.at(where).asText()).isEqualTo(value);
    assertBilledOnce(action, body.path("RequestId").asText(), billing);
  }

  @Test
  void a_wrong_verification_code_is_a_reply_or_an_error_and_free_either_way() throws Exception {
    OpenApiRequest odd =
        AlibabaSdk.inQuery(Map.of("PhoneNumber", "13800138801", "VerifyCode", "123456"));
    OpenApiRequest even =
        AlibabaSdk.inQuery(Map.of("PhoneNumber", "13800138800", "VerifyCode", "123456"));

    JsonNode body = AlibabaSdk.call(client, "CheckSmsVerifyCode", odd);
    TeaException thrown =
        catchThrowableOfType(
            TeaException.class, () -> AlibabaSdk.call(client, "CheckSmsVerifyCode", even));

    assertThat(body.path("Code").asText()).isEqualTo("OK");
    assertThat(body.at("/Model/VerifyResult").asText()).isEqualTo("UNKNOWN");
    assertThat(thrown.getCode()).isEqualTo("isv.ValidateFail");
    assertThat(thrown.getStatusCode()).isEqualTo(400);
    assertThat(sandbox.newLines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.path("billing").asText()).isEqualTo("FREE"));
  }

  @ParameterizedTest
  @CsvSource({
    "GetPreValidatePhoneId, PhoneNumber, 8613800138260, System.LimitControl, 400",
    "GetPreValidatePhoneId, PhoneNumber, 8613800138410, Product.Unsubscript, 400",
    "GetPreValidatePhoneId, PhoneNumber, 8613800138420, Ram.PermissionDeny, 400",
    "GetPreValidatePhoneId, Phone, 8613800138000, MissingPhoneNumber, 400",
    "MobileOnlineStatus, Mobile, 13800138260, Throttling.User, 400",
    "MobileOnlineStatus, Mobile, 13800138440, InternalError, 500",
    "MobileOnlineStatus, Mobile, 13800138461, Forbidden.UserVerification, 403",
  })
  void an_error_of_the_gateway_is_thrown_with_its_code_and_the_id_on_the_bill(
      String action, String contact, String number, String code, int status) {
    OpenApiRequest request =
        AlibabaSdk.inBody(Map.of(contact, number, "ParamType", "normal", "VerifyCode", "1234"));

    TeaException thrown =
        catchThrowableOfType(TeaException.class, () -> AlibabaSdk.call(client, action, request));

    assertThat(thrown.getCode()).isEqualTo(code);
    assertThat(thrown.getStatusCode()).isEqualTo(status);
    assertBilledOnce(action, String.valueOf(thrown.getData().get("RequestId")), "FREE");
  }

  @Test
  void a_reply_spoilt_on_its_way_is_an_exception_without_a_code_and_charged() {
    OpenApiRequest request =
        AlibabaSdk.inBody(Map.of("Mobile", "13800138650", "ParamType", "normal"));

    assertThatThrownBy(() -> AlibabaSdk.call(client, "MobileOnlineTime", request))
        .isNotInstanceOf(TeaException.class);

    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"))
        .satisfies(line -> assertThat(line.path("fault").asText()).isEqualTo("HTML_502"));
  }

  @Test
  void each_attempt_that_the_client_repeats_is_signed_anew_let_in_and_charged() {
    OpenApiRequest request =
        AlibabaSdk.inBody(Map.of("Mobile", "13800138720", "ParamType", "normal"));
    RuntimeOptions repeating = new RuntimeOptions().setAutoretry(true).setMaxAttempts(3);

    assertThatThrownBy(
            () ->
                AlibabaSdk.call(client, AlibabaSdk.params("MobileOnlineTime"), request, repeating))
        .isInstanceOf(Exception.class);

    assertThat(sandbox.newLines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"));
  }

  private static void assertBilledOnce(String action, String requestId, String billing) {
    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("operation").asText()).isEqualTo(action))
        .satisfies(line -> assertThat(line.path("requestId").asText()).isEqualTo(requestId))
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo(billing));
  }
}
