package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Whether a name and a number belong together: faceid 2018-03-01 CheckPhoneAndName
 * (cloud.tencent.com/document/api/1007/61074), of the mainland edition alone.
 *
 * <p>Results 0 and 1 are charged, -1 to -6 and -13 are free. It names no operator.
 */
final class CheckPhoneAndName implements Action {

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
    return "CheckPhoneAndName";
  }

  @Override
  public boolean on(Site site) {
    return site == Site.MAINLAND;
  }

  @Override
  public String contact() {
    return "Mobile";
  }

  @Override
  public List<String> encryptable() {
    return List.of("Mobile", "Name");
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(
        Parameter.required("Mobile"),
        Parameter.required("Name"),
        Parameter.optional("Encryption", Parameter.Kind.OBJECT));
  }

  @Override
  public Verdict answer(Question question) {
    if (question.text("Name").isEmpty()) {
      return failure("-4", "姓名校验不通过");
    }
    return switch (question.scenario()) {
      case SUSPENDED,
          CANCELLED,
          OFF_NETWORK,
          HISTORIC_BOTH_DIFFER,
          HISTORIC_NAME_DIFFERS,
          NAME_AND_ID_APART ->
          Verdict.of("1", "信息不一致", Billing.CHARGED);
      case UNDISCLOSED, NO_RECORD, HISTORIC -> failure("-1", "查无结果");
      case WRONG_NAME -> failure("-4", "姓名校验不通过");
      case WRONG_NUMBER -> failure("-5", "手机号码不合法");
      case DAILY_LIMIT -> failure("-6", "认证次数超过当日限制");
      case NOT_COVERED -> failure("-13", "不支持该号段");
      // Two words for an engine that did not answer.
      case BUSY -> failure(question.digit() % 2 == 0 ? "-3" : "-2", "引擎异常");
      case SPELLINGS -> {
        Verdict spelled = match();
        spelled.fields().put("Result", 0);
        yield spelled;
      }
      case UNLISTED_VERDICT -> Verdict.of("-77", "Something new", Billing.UNSTATED);
      default -> match();
    };
  }

  private static Verdict match() {
    return Verdict.of("0", "认证通过", Billing.CHARGED);
  }

  private static Verdict failure(String result, String description) {
    return Verdict.of(result, description, Billing.FREE);
  }
}
