package io.telproof.sandbox.alibaba;

import java.util.List;

/**
 * What the two operations for codes have in common: parameters in the query, {@code Code} "OK" and
 * a {@code Model}, and errors that come by two channels, as HTTP 200 with a failing Code and as
 * HTTP 400 of the gateway, with the prefix {@code isv.} and without
 * (help.aliyun.com/document_detail/85198.htm, help.aliyun.com/document_detail/610987.html).
 */
abstract sealed class Dypnsapi implements Operation permits SendSmsVerifyCode, CheckSmsVerifyCode {

  @Override
  public final Product product() {
    return Product.DYPNSAPI;
  }

  @Override
  public final String contact() {
    return "PhoneNumber";
  }

  @Override
  public final Answer missing(String parameter) throws Refusal {
    throw new Refusal(400, "Missing" + parameter, parameter + " is mandatory for this action.");
  }

  @Override
  public final boolean wellFormed(Question question) {
    return question.text("PhoneNumber").matches("(?:86)?1\\d{10}");
  }

  @Override
  public final Answer answer(Question question) throws Refusal {
    String country = question.text("CountryCode");
    if (!List.of("", "86").contains(country)) {
      return failed("isv.INVALID_PARAMETERS");
    }
    return switch (question.scenario()) {
      case WRONG_NUMBER -> oneWayOrTheOther(question, "MOBILE_NUMBER_ILLEGAL");
      case BUSY -> throw Gateway.busy();
      case DAILY_LIMIT -> oneWayOrTheOther(question, "BUSINESS_LIMIT_CONTROL");
      case ARREARS -> oneWayOrTheOther(question, "AMOUNT_NOT_ENOUGH");
      case NOT_ACTIVATED_SERVICE ->
          failed(question.even() ? "isv.PRODUCT_UNSUBSCRIBE" : "isv.PRODUCT_UN_SUBSCRIPT");
      case NOT_PERMITTED -> {
        if (question.even()) {
          yield failed("isv.RAM_PERMISSION_DENY");
        }
        throw new Refusal(403, "RamPermissionDeny", "You are not authorized.");
      }
      case UNLISTED_ERROR -> throw Gateway.unlisted();
      case UNKNOWN_ERROR -> throw new Refusal(400, "UnknowError", "Unknown error.");
      case ACCOUNT_UNVERIFIED -> throw Gateway.unverified();
      default -> verdict(question);
    };
  }

  abstract Answer verdict(Question question) throws Refusal;

  /** Even last digits get {@code isv.X} with HTTP 200, odd ones bare {@code X} with HTTP 400. */
  private static Answer oneWayOrTheOther(Question question, String code) throws Refusal {
    if (question.even()) {
      return failed("isv." + code);
    }
    throw new Refusal(400, code, "The request is refused.");
  }

  static Answer failed(String code) {
    Answer answer = Answer.of(code, "The request is refused.");
    answer.body().put("Success", false);
    return answer;
  }

  /** As text where the scenario is about spelling. */
  static Answer succeeded(Question question, String message) {
    Answer answer = Answer.of("OK", message);
    answer.body().put("AccessDeniedDetail", "无");
    switch (question.scenario()) {
      case SPELLINGS -> answer.body().put("Success", "true");
      default -> answer.body().put("Success", true);
    }
    return answer;
  }
}
