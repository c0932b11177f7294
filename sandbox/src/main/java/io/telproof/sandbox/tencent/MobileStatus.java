package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Whether a number is in service: faceid 2018-03-01 MobileStatus
 * (tencentcloud.com/document/product/1061/79047, cloud.tencent.com/document/api/1007/40545).
 *
 * <p>Result 0 is charged, -1, -2, -3, -4 and -13 are free. StatusCode 3 was listed until 2024-12, 5
 * is since 2026-04 in the Chinese edition alone; beside a failing Result it is 99.
 */
final class MobileStatus implements Action {

  @Override
  public String service() {
    return "faceid";
  }

  @Override
  public String version() {
    return "2018-03-01";
  }

  @Override
  public String name() {
    return "MobileStatus";
  }

  @Override
  public String contact() {
    return "Mobile";
  }

  @Override
  public List<String> encryptable() {
    return List.of("Mobile");
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(
        Parameter.required("Mobile"), Parameter.optional("Encryption", Parameter.Kind.OBJECT));
  }

  @Override
  public Verdict answer(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED -> success(question, 1);
      case CANCELLED -> success(question, 2);
      case VACANT -> success(question, 3);
      case OFF_NETWORK, NOT_ACTIVATED -> success(question, 4);
      case UNREACHABLE -> success(question, 5);
      case UNDISCLOSED -> success(question, 99);
      case HOLES -> success(question, 42);
      case SPELLINGS -> {
        Verdict spelled = success(question, 0).with("StatusCode", "0");
        spelled.fields().put("Result", 0);
        yield spelled;
      }
      case UNREADABLE_REST -> success(question, 0).with("StatusCode", "in good health");
      case NO_RECORD -> failure("-1", question.say("查无结果", "No results found"));
      case WRONG_NUMBER -> failure("-2", question.say("手机号格式不正确", "Invalid phone number format"));
      case BUSY -> failure("-3", question.say("验证中心服务繁忙", "Verification Center Service is busy"));
      case DAILY_LIMIT ->
          failure(
              "-4", question.say("认证次数超过当日限制", "Authentication attempts exceeded the daily limit"));
      case NOT_COVERED -> failure("-13", question.say("不支持该号段", "The number range is unsupported"));
      case UNLISTED_VERDICT ->
          Verdict.of("-77", "Something new", Billing.UNSTATED).with("StatusCode", 99);
      default -> success(question, 0);
    };
  }

  private static Verdict success(Question question, int statusCode) {
    return Verdict.of("0", question.say("成功", "Success"), Billing.CHARGED)
        .with("StatusCode", statusCode);
  }

  private static Verdict failure(String result, String description) {
    return Verdict.of(result, description, Billing.FREE).with("StatusCode", 99);
  }
}
