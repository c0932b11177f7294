package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.List;

/**
 * Whether a name, an identity number and a number belong together: Cloudauth 2019-03-07
 * Mobile3MetaDetailVerify. BizCode 1 and 2 are charged, 3 is free: inferred from its siblings.
 */
final class Mobile3MetaDetailVerify extends Cloudauth {

  @Override
  public String name() {
    return "Mobile3MetaDetailVerify";
  }

  @Override
  public List<String> required() {
    return List.of("Mobile", "ParamType", "UserName", "IdentifyNum");
  }

  @Override
  public boolean wellFormed(Question question) {
    // Of this operation's page alone: everything encrypted, so nothing can be looked at.
    return question.text("ParamType").equals("sm2") || super.wellFormed(question);
  }

  @Override
  Answer verdict(Question question) {
    Scenario scenario = question.scenario();
    return switch (scenario) {
      case OFF_NETWORK, HISTORIC_BOTH_DIFFER -> differing(question, "201");
      case VACANT, HISTORIC_ID_DIFFERS -> differing(question, "202");
      case CANCELLED, HISTORIC_NAME_DIFFERS -> differing(question, "203");
      case SUSPENDED, NAME_AND_ID_APART -> differing(question, "204");
      case UNDISCLOSED, NO_RECORD, HISTORIC ->
          result(question, "3", "SubCode", "301", Billing.FREE);
      case NOT_COVERED -> Answer.of("405", "不支持该号段");
      case WRONG_ID, WRONG_NAME -> Answer.of("401", "参数非法");
      case UNLISTED_VERDICT -> result(question, "7", "SubCode", "701", Billing.UNSTATED);
      case UNREADABLE_REST -> differing(question, "this and that");
      default -> result(question, "1", "SubCode", "101", Billing.CHARGED);
    };
  }

  private static Answer differing(Question question, String subCode) {
    return result(question, "2", "SubCode", subCode, Billing.CHARGED);
  }
}
