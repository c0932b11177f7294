package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * How long a number has been in use: faceid 2018-03-01 MobileNetworkTimeVerification
 * (tencentcloud.com/document/product/1061/79048, cloud.tencent.com/document/api/1007/40546).
 *
 * <p>Results 0, -2 and -3 are charged, -1, -4, -5 and -13 are free. Range is {@code [a,b)} in
 * months, {@code (a,b]} until 2025-01, and empty beside a Result that has none.
 */
final class MobileNetworkTimeVerification implements Action {

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
    return "MobileNetworkTimeVerification";
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
      case SUSPENDED -> success(question, "[12,24)");
      case CANCELLED -> success(question, "[6,12)");
      case VACANT -> success(question, "[3,6)");
      case OFF_NETWORK -> success(question, "[0,3)");
      case HISTORIC -> success(question, "(3,6]");
      case HOLES -> success(question, "");
      case UNREADABLE_REST -> success(question, "two years or so");
      case SPELLINGS -> {
        Verdict spelled = success(question, "(24,+]");
        spelled.fields().put("Result", 0);
        yield spelled;
      }
      case NO_RECORD ->
          Verdict.of("-2", question.say("手机号不存在", "Phone number not found"), Billing.CHARGED)
              .with("Range", "");
      case UNDISCLOSED ->
          Verdict.of(
                  "-3",
                  question.say("手机号存在，但无法查询到在网时长", "Unable to query the duration"),
                  Billing.CHARGED)
              .with("Range", "");
      case WRONG_NUMBER -> failure("-1", question.say("手机号格式不正确", "Invalid phone number format"));
      case BUSY -> failure("-4", question.say("验证中心服务繁忙", "Verification Center Service is busy"));
      case DAILY_LIMIT ->
          failure(
              "-5", question.say("认证次数超过当日限制", "Authentication attempts exceeded the daily limit"));
      case NOT_COVERED -> failure("-13", question.say("不支持该号段", "The number range is unsupported"));
      case UNLISTED_VERDICT ->
          Verdict.of("-77", "Something new", Billing.UNSTATED).with("Range", "");
      default -> success(question, "[24,+)");
    };
  }

  private static Verdict success(Question question, String range) {
    return Verdict.of("0", question.say("成功", "Success"), Billing.CHARGED).with("Range", range);
  }

  private static Verdict failure(String result, String description) {
    return Verdict.of(result, description, Billing.FREE).with("Range", "");
  }
}
