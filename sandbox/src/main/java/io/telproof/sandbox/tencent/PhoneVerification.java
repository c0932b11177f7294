package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a name, an identity number and a number belong together: faceid 2018-03-01
 * PhoneVerification (tencentcloud.com/document/api/1061/79046,
 * cloud.tencent.com/document/api/1007/39765).
 *
 * <p>Results 0 and -4 are charged, and so were -1, -2, -3 and -5 until 2022; -6 to -13 are free.
 * The mainland edition alone has VerifyMode, and ResultDetail in its mode 1.
 */
final class PhoneVerification implements Action {

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
    return "PhoneVerification";
  }

  @Override
  public String contact() {
    return "Phone";
  }

  @Override
  public List<String> encryptable() {
    return List.of("IdCard", "Name", "Phone");
  }

  @Override
  public List<Parameter> parameters(Site site) {
    List<Parameter> page =
        new ArrayList<>(
            List.of(
                Parameter.required("IdCard"),
                Parameter.required("Name"),
                Parameter.required("Phone"),
                Parameter.optional("CiphertextBlob", Parameter.Kind.STRING),
                Parameter.optional("EncryptList", Parameter.Kind.STRINGS),
                Parameter.optional("Iv", Parameter.Kind.STRING)));
    if (site == Site.MAINLAND) {
      page.add(Parameter.optional("VerifyMode", Parameter.Kind.STRING));
    }
    return page;
  }

  @Override
  public Verdict answer(Question question) throws Refusal {
    boolean detailed = detailed(question);
    if (question.text("IdCard").isEmpty()) {
      return failure("-7", question.say("身份证号码有误", "Identity number error"));
    }
    if (question.text("Name").isEmpty()) {
      return failure("-8", question.say("姓名校验不通过", "Name verification failed"));
    }
    return switch (question.scenario()) {
      case SUSPENDED -> mismatch(question, detailed, "OtherMismatch");
      case CANCELLED -> mismatch(question, detailed, "PhoneNameMismatch");
      case VACANT -> mismatch(question, detailed, "PhoneIdCardMismatch");
      case OFF_NETWORK -> mismatch(question, detailed, "PhoneNameIdCardMismatch");
      case NAME_AND_ID_APART -> mismatch(question, detailed, "NameIdCardMismatch");
      case UNDISCLOSED -> failure("-10", question.say("认证未通过", "Authentication failed"));
      case NO_RECORD -> failure("-9", question.say("没有记录", "No records"));
      case NOT_COVERED -> failure("-13", question.say("不支持该号段", "The number range is unsupported"));
      case SPELLINGS -> {
        Verdict spelled = match(question).with("Isp", "China Unicom");
        spelled.fields().put("Result", 0);
        yield spelled;
      }
      case HOLES -> match(question).with("Isp", "");
      case HISTORIC_BOTH_DIFFER -> charged("-1", question, "Name and ID differ");
      case HISTORIC_NAME_DIFFERS -> charged("-2", question, "Name differs");
      case HISTORIC_ID_DIFFERS -> charged("-3", question, "ID differs");
      case HISTORIC -> charged("-5", question, "Not registered to a person");
      case WRONG_NUMBER -> failure("-6", question.say("手机号码不合法", "Invalid phone number"));
      case WRONG_ID -> failure("-7", question.say("身份证号码有误", "Identity number error"));
      case WRONG_NAME -> failure("-8", question.say("姓名校验不通过", "Name verification failed"));
      case BUSY -> failure("-11", question.say("验证中心服务繁忙", "Verification Center Service is busy"));
      case DAILY_LIMIT ->
          failure(
              "-12",
              question.say("认证次数超过当日限制", "Authentication attempts exceeded the daily limit"));
      case UNLISTED_VERDICT -> Verdict.of("-77", "Something new", Billing.UNSTATED).with("Isp", "");
      case UNREADABLE_REST -> {
        Verdict unreadable = match(question);
        unreadable.fields().putArray("Isp").add("mobile").add("or so");
        yield unreadable;
      }
      default -> match(question);
    };
  }

  private static boolean detailed(Question question) throws Refusal {
    return switch (question.text("VerifyMode")) {
      case "", "0" -> false;
      case "1" -> true;
      default -> throw new Refusal("InvalidParameterValue", "VerifyMode is neither 0 nor 1.");
    };
  }

  private static Verdict match(Question question) {
    return Verdict.of("0", question.say("认证通过", "Authentication passed"), Billing.CHARGED)
        .with("Isp", isp(question));
  }

  private static Verdict mismatch(Question question, boolean detailed, String detail) {
    Verdict mismatch =
        Verdict.of("-4", question.say("信息不一致", "Information inconsistency"), Billing.CHARGED)
            .with("Isp", isp(question));
    return detailed ? mismatch.with("ResultDetail", detail) : mismatch;
  }

  private static Verdict charged(String result, Question question, String description) {
    return Verdict.of(result, description, Billing.CHARGED).with("Isp", isp(question));
  }

  private static Verdict failure(String result, String description) {
    return Verdict.of(result, description, Billing.FREE).with("Isp", "");
  }

  private static String isp(Question question) {
    Scenario scenario = question.scenario();
    int digit = question.digit();
    return switch (scenario) {
      case CARRIER_MOBILE -> Isp.MOBILE.spelled(digit);
      case CARRIER_UNICOM -> Isp.UNICOM.spelled(digit);
      case CARRIER_TELECOM -> Isp.TELECOM.spelled(digit);
      case CARRIER_BROADNET -> Isp.BROADNET.spelled(digit);
      default -> Isp.MOBILE.listed(question.chinese());
    };
  }
}
