package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Whether a name and a number belong together: Cloudauth 2019-03-07 Mobile2MetaVerify. BizCode 1
 * and 2 are charged, 3 is free: stated for the same check outside China. It has no SubCode.
 */
final class Mobile2MetaVerify extends Cloudauth {

  @Override
  public String name() {
    return "Mobile2MetaVerify";
  }

  @Override
  public List<String> required() {
    return List.of("Mobile", "ParamType", "UserName");
  }

  @Override
  Answer verdict(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED,
          CANCELLED,
          OFF_NETWORK,
          HISTORIC_BOTH_DIFFER,
          HISTORIC_NAME_DIFFERS,
          NAME_AND_ID_APART ->
          result(question, "2", Billing.CHARGED);
      case UNDISCLOSED, NO_RECORD, HISTORIC -> result(question, "3", Billing.FREE);
      case NOT_COVERED -> Answer.of("405", "不支持该号段");
      case WRONG_NAME -> Answer.of("401", "参数非法");
      case UNLISTED_VERDICT -> result(question, "7", Billing.UNSTATED);
      default -> result(question, "1", Billing.CHARGED);
    };
  }
}
