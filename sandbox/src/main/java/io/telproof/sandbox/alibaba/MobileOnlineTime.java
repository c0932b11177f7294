package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Billing;

/**
 * How long a number has been in use: Cloudauth 2019-03-07 MobileOnlineTime. BizCode 1 found and
 * charged, 3 not found and free. TimeCode 1 [0,3), 2 [3,6), 3 [6,12), 4 [12,24), 5 [24,+) months.
 */
final class MobileOnlineTime extends Cloudauth {

  @Override
  public String name() {
    return "MobileOnlineTime";
  }

  @Override
  Answer verdict(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED -> found(question, "4");
      case CANCELLED -> found(question, "3");
      case VACANT, HISTORIC -> found(question, "2");
      case OFF_NETWORK -> found(question, "1");
      case HOLES -> found(question, "");
      case UNREADABLE_REST -> found(question, "two years or so");
      case UNDISCLOSED, NO_RECORD, NOT_COVERED ->
          result(question, "3", "TimeCode", "", Billing.FREE);
      case UNLISTED_VERDICT -> result(question, "7", "TimeCode", "5", Billing.UNSTATED);
      default -> found(question, "5");
    };
  }

  private static Answer found(Question question, String timeCode) {
    return result(question, "1", "TimeCode", timeCode, Billing.CHARGED);
  }
}
