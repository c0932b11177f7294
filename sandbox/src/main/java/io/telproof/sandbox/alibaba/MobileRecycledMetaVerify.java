package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Billing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Whether a number has changed hands since a day: Cloudauth 2019-03-07 MobileRecycledMetaVerify
 * (help.aliyun.com, "second-release-verification-of-mobile-phone-number"). BizCode 1 is charged, 3
 * is free. SubCode 101 the same holder, 102 another one, 103 activated lately, 301 no record.
 */
final class MobileRecycledMetaVerify extends Cloudauth {

  @Override
  public String name() {
    return "MobileRecycledMetaVerify";
  }

  @Override
  public List<String> required() {
    return List.of("Mobile", "ParamType", "RegisterDate");
  }

  @Override
  public boolean wellFormed(Question question) {
    return super.wellFormed(question) && isDay(question.text("RegisterDate"));
  }

  private static boolean isDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return day.getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  Answer verdict(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED, CANCELLED -> found(question, "102");
      case UNDISCLOSED, NOT_ACTIVATED -> found(question, "103");
      case HOLES -> found(question, "");
      case UNREADABLE_REST -> found(question, "this and that");
      case NO_RECORD -> result(question, "3", "SubCode", "301", Billing.FREE);
      case NOT_COVERED -> Answer.of("405", "不支持该号段");
      case UNLISTED_VERDICT -> result(question, "7", "SubCode", "701", Billing.UNSTATED);
      default -> found(question, "101");
    };
  }

  private static Answer found(Question question, String subCode) {
    return result(question, "1", "SubCode", subCode, Billing.CHARGED);
  }
}
