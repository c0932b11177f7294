package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Billing;

/**
 * Whether a number is in service: Cloudauth 2019-03-07 MobileOnlineStatus. BizCode 1 in service, 2
 * not, 3 no record. What it costs was found on no page.
 */
final class MobileOnlineStatus extends Cloudauth {

  @Override
  public String name() {
    return "MobileOnlineStatus";
  }

  @Override
  Answer verdict(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED -> state(question, "2", "201");
      case CANCELLED -> state(question, "2", "202");
      case OFF_NETWORK, UNREACHABLE -> state(question, "2", "203");
      case NOT_ACTIVATED -> state(question, "2", "204");
      case HOLES -> state(question, "2", "299");
      case VACANT, UNDISCLOSED, NO_RECORD, NOT_COVERED -> state(question, "3", "301");
      case UNLISTED_VERDICT -> state(question, "7", "701");
      case UNREADABLE_REST -> state(question, "1", "in good health");
      default -> state(question, "1", "101");
    };
  }

  private static Answer state(Question question, String bizCode, String subCode) {
    return result(question, bizCode, "SubCode", subCode, Billing.UNSTATED);
  }
}
