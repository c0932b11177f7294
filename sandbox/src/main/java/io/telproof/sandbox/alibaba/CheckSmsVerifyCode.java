package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Scenario;
import java.util.List;

/**
 * Checks a code: Dypnsapi 2017-05-25 CheckSmsVerifyCode. Free.
 *
 * <p>The page promises HTTP 200, Code OK and VerifyResult UNKNOWN for a wrong code; several public
 * clients say that it is HTTP 400 with isv.ValidateFail. Here it is the latter for even last
 * digits, the former for odd ones. The reply has no RequestId.
 */
final class CheckSmsVerifyCode extends Dypnsapi {

  /** The code that is right for every number. */
  static final String RIGHT = "123456";

  @Override
  public String name() {
    return "CheckSmsVerifyCode";
  }

  @Override
  public int perSecond(AlibabaSettings settings) {
    return settings.checkPerSecond();
  }

  @Override
  public List<String> required() {
    return List.of("PhoneNumber", "VerifyCode");
  }

  @Override
  Answer verdict(Question question) throws Refusal {
    Scenario scenario = question.scenario();
    return switch (scenario) {
      case CODE_WRONG -> wrong(question);
      case CODE_EXPIRED -> wrongByDigit(question);
      case CODE_ATTEMPTS_EXHAUSTED -> failed("isv.BUSINESS_LIMIT_CONTROL");
      case CODE_CHECK_FAILED -> failed("isp.SYSTEM_ERROR");
      case UNLISTED_VERDICT -> result(question, "PERHAPS");
      default ->
          question.text("VerifyCode").equals(RIGHT)
              ? result(question, "PASS")
              : wrongByDigit(question);
    };
  }

  /** Every way in which a wrong code has been seen. */
  private static Answer wrong(Question question) throws Refusal {
    return switch (question.digit()) {
      case 8 -> failed("isv.ValidateFail");
      case 9 -> throw new Refusal(400, "SmsCodeVerifyFail", "The code is wrong.");
      default -> wrongByDigit(question);
    };
  }

  private static Answer wrongByDigit(Question question) throws Refusal {
    if (question.even()) {
      throw new Refusal(400, "isv.ValidateFail", "The code is wrong.");
    }
    return result(question, "UNKNOWN");
  }

  private static Answer result(Question question, String verifyResult) {
    Answer answer = succeeded(question, "成功").withoutRequestId();
    answer
        .body()
        .putObject("Model")
        .put("OutId", question.text("OutId"))
        .put("VerifyResult", verifyResult);
    return answer.billed(verifyResult, io.telproof.sandbox.Billing.FREE);
  }
}
