package io.telproof.sandbox.tencent.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.Language;
import io.telproof.sandbox.process.SandboxProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's own client makes of the sandbox's answers, and what it is charged for them. */
final class TencentSdkAnswersTest {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          faceid | MobileStatus | {"Mobile":"13800138000"} | {"Result":"0","Description":"Success","StatusCode":0} | CHARGED
          faceid | MobileNetworkTimeVerification | {"Mobile":"13800138000"} | {"Result":"0","Description":"Success","Range":"[24,+)"} | CHARGED
          faceid | PhoneVerification | {"Phone":"13800138000","Name":"韦小宝","IdCard":"11204416541220243X"} | {"Result":"0","Description":"Authentication passed","Isp":"mobile"} | CHARGED
          domain | SendIntlPhoneEmailCode | {"Type":1,"Code":"13800138000"} | {} | UNSTATED
          domain | CreateIntlPhoneEmail | {"Type":1,"Code":"13800138000","VerifyCode":"123456"} | {} | UNSTATED
          """)
  void every_international_operation_is_answered_and_charged_once(
      String service, String action, String question, String answer, String billing)
      throws Exception {
    CommonClient client = TencentSdk.client(service, sandbox.endpoint(), TencentSdk.key());

    ObjectNode response = TencentSdk.response(client.call(action, question));

    assertBilledOnce(action, response, billing);
    response.remove("RequestId");
    assertThat(response).isEqualTo(new JsonMapper().readTree(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          faceid | MobileStatus | {"Mobile":"13800138000"} | {"Result":"0","Description":"成功","StatusCode":0} | CHARGED
          faceid | MobileNetworkTimeVerification | {"Mobile":"13800138000"} | {"Result":"0","Description":"成功","Range":"[24,+)"} | CHARGED
          faceid | PhoneVerification | {"Phone":"13800138020","Name":"韦小宝","IdCard":"11204416541220243X","VerifyMode":"1"} | {"Result":"-4","Description":"信息不一致","Isp":"移动","ResultDetail":"PhoneNameMismatch"} | CHARGED
          domain | SendPhoneEmailCode | {"Type":2,"Code":"scenario-00@example.com"} | {} | UNSTATED
          domain | CreatePhoneEmail | {"Type":2,"Code":"scenario-00@example.com","VerifyCode":"123456"} | {} | UNSTATED
          """)
  void every_mainland_operation_is_answered_and_charged_once_by_the_vendors_own_host_name(
      String service, String action, String question, String answer, String billing)
      throws Exception {
    ClientProfile mainland =
        TencentSdk.through(sandbox.endpoint(), service + ".tencentcloudapi.com");
    CommonClient client = TencentSdk.client(service, TencentSdk.key(), mainland);

    ObjectNode response = TencentSdk.response(client.call(action, question));

    assertBilledOnce(action, response, billing);
    response.remove("RequestId");
    assertThat(response).isEqualTo(new JsonMapper().readTree(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "MobileStatus, 13800138010, StatusCode, 1, CHARGED",
    "MobileStatus, 13800138080, Result, -1, FREE",
    "MobileStatus, 13800138250, Result, -4, FREE",
    "MobileStatus, 13800138100, StatusCode, 0, CHARGED",
    "MobileNetworkTimeVerification, 13800138080, Result, -2, CHARGED",
    "MobileNetworkTimeVerification, 13800138100, Range, '(24,+]', CHARGED",
    "MobileNetworkTimeVerification, 13800138200, Result, -1, FREE",
  })
  void a_verdict_that_is_no_success_is_a_reply_like_any_other(
      String action, String number, String field, String value, String billing) throws Exception {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), TencentSdk.key());

    ObjectNode response =
        TencentSdk.response(client.call(action, "{\"Mobile\":\"" + number + "\"}"));

    assertThat(response.path(field).asText()).isEqualTo(value);
    assertBilledOnce(action, response, billing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          faceid | MobileStatus | {"Mobile":"13800138260"} | RequestLimitExceeded | FREE
          faceid | MobileNetworkTimeVerification | {"Mobile":"13800138400"} | UnauthorizedOperation.Arrears | FREE
          faceid | MobileNetworkTimeVerification | {"Mobile":"13800138450"} | FailedOperation.UnKnown | FREE
          faceid | MobileNetworkTimeVerification | {"Mobile":"13800138000","Surplus":"1"} | UnknownParameter | FREE
          faceid | MobileNetworkTimeVerification | {} | MissingParameter | FREE
          faceid | SendIntlPhoneEmailCode | {"Type":1,"Code":"13800138000"} | InvalidAction | FREE
          domain | SendIntlPhoneEmailCode | {"Type":1,"Code":"13800138840"} | InternalError.SendVerifyCodeErr | FREE
          domain | CreateIntlPhoneEmail | {"Type":1,"Code":"13800138000","VerifyCode":"000000"} | InternalError.VerifyCodeErr | UNSTATED
          domain | CreateIntlPhoneEmail | {"Type":2,"Code":"scenario-83@example.com","VerifyCode":"123456"} | InternalError.VerifiedPhoneEmailErr | UNSTATED
          """)
  void an_error_is_thrown_with_the_vendors_code_and_the_id_on_the_bill(
      String service, String action, String question, String code, String billing) {
    CommonClient client = TencentSdk.client(service, sandbox.endpoint(), TencentSdk.key());

    TencentCloudSDKException thrown =
        catchThrowableOfType(TencentCloudSDKException.class, () -> client.call(action, question));

    assertThat(thrown.getErrorCode()).isEqualTo(code);
    List<JsonNode> lines = sandbox.newLines();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).path("requestId").asText()).isEqualTo(thrown.getRequestId());
    assertThat(lines.get(0).path("vendorCode").asText()).isEqualTo(code);
    assertThat(lines.get(0).path("billing").asText()).isEqualTo(billing);
  }

  @Test
  void a_reply_spoilt_on_its_way_is_a_server_side_error_and_charged() {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), TencentSdk.key());

    assertThatThrownBy(() -> client.call("MobileStatus", "{\"Mobile\":\"13800138650\"}"))
        .isInstanceOfSatisfying(
            TencentCloudSDKException.class,
            thrown -> assertThat(thrown.getErrorCode()).isEqualTo("ServerSideError"));

    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"))
        .satisfies(line -> assertThat(line.path("fault").asText()).isEqualTo("HTML_502"));
  }

  @Test
  void a_request_whose_reply_is_lost_is_sent_again_silently_and_charged_again() throws Exception {
    CommonClient client = TencentSdk.client("faceid", sandbox.endpoint(), TencentSdk.key());
    TencentSdk.response(client.call("MobileStatus", "{\"Mobile\":\"13800138000\"}"));
    sandbox.newLines();

    assertThatThrownBy(() -> client.call("MobileStatus", "{\"Mobile\":\"13800138720\"}"))
        .isInstanceOf(TencentCloudSDKException.class);

    assertThat(sandbox.newLines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line.path("billing").asText()).isEqualTo("CHARGED"));
  }

  @Test
  void the_language_that_is_asked_for_is_spoken() throws Exception {
    ClientProfile chinese = TencentSdk.profile(sandbox.endpoint());
    chinese.setLanguage(Language.ZH_CN);
    CommonClient client = TencentSdk.client("faceid", TencentSdk.key(), chinese);

    ObjectNode response =
        TencentSdk.response(client.call("MobileStatus", "{\"Mobile\":\"13800138000\"}"));

    assertThat(response.path("Description").asText()).isEqualTo("成功");
  }

  private static void assertBilledOnce(String action, ObjectNode response, String billing) {
    assertThat(sandbox.newLines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("operation").asText()).isEqualTo(action))
        .satisfies(line -> assertThat(line.path("requestId")).isEqualTo(response.path("RequestId")))
        .satisfies(line -> assertThat(line.path("billing").asText()).isEqualTo(billing));
  }
}
