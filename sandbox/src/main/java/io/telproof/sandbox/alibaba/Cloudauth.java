package io.telproof.sandbox.alibaba;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * What the Cloudauth operations have in common: numbers in the form, {@code Code} "200" and a
 * {@code ResultObject}, and a table of three-digit codes in the body for everything else
 * (help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check).
 *
 * <p>Inferred: these codes come with HTTP 200; the pages do not say.
 */
abstract sealed class Cloudauth implements Operation
    permits MobileOnlineStatus,
        MobileOnlineTime,
        Mobile2MetaVerify,
        Mobile3MetaDetailVerify,
        MobileRecycledMetaVerify {

  @Override
  public Product product() {
    return Product.CLOUDAUTH;
  }

  @Override
  public int perSecond(AlibabaSettings settings) {
    return settings.cloudauthPerSecond();
  }

  @Override
  public List<String> required() {
    return List.of("Mobile", "ParamType");
  }

  @Override
  public Answer missing(String parameter) {
    return Answer.of("400", "参数不能为空");
  }

  @Override
  public String contact() {
    return "Mobile";
  }

  @Override
  public boolean wellFormed(Question question) {
    return switch (question.text("ParamType")) {
      case "normal" -> question.text("Mobile").matches("1\\d{10}");
      case "md5" -> question.text("Mobile").matches("[0-9a-f]{32}");
      default -> false;
    };
  }

  @Override
  public final Answer answer(Question question) throws Refusal {
    return switch (question.scenario()) {
      case WRONG_NUMBER -> Answer.of("401", "参数非法");
      // One page has it for a source that failed, another for refusals too: neither says the cost.
      case BUSY -> Answer.of("402", "权威数据源异常").billed("402", Billing.UNSTATED);
      case DAILY_LIMIT -> Answer.of("403", "重复调用次数过多");
      case NOT_ACTIVATED_SERVICE -> Answer.of("410", "未开通服务");
      case NOT_PERMITTED -> {
        if (question.even()) {
          yield Answer.of("411", "RAM 用户无权限");
        }
        throw new Refusal(403, "NoPermission", "You are not authorized to do this action.");
      }
      case ARREARS -> Answer.of("412", "账户欠费");
      case UNLISTED_ERROR -> Answer.of("477", "something new");
      case UNKNOWN_ERROR -> Answer.of("500", "系统错误");
      case ACCOUNT_UNVERIFIED -> throw Gateway.unverified();
      default -> verdict(question);
    };
  }

  /** The verdict of a question that the source answers. */
  abstract Answer verdict(Question question);

  /** A verdict in the product's envelope, of an operation that has nothing beside BizCode. */
  static Answer result(Question question, String bizCode, Billing billing) {
    Answer answer = result(question, bizCode, "SubCode", "", billing);
    ((ObjectNode) answer.body().get("ResultObject")).remove("SubCode");
    return answer;
  }

  /** A verdict in the product's envelope. */
  static Answer result(
      Question question, String bizCode, String detailName, String detail, Billing billing) {
    Answer answer = Answer.of("200", "success");
    ObjectNode result = answer.body().putObject("ResultObject");
    String carrier = IspName.of(question);
    switch (question.scenario()) {
      case SPELLINGS -> {
        answer.body().put("Code", 200);
        result.put("BizCode", Integer.parseInt(bizCode)).put("IspName", "cucc");
        if (!detail.isEmpty()) {
          result.put(detailName, Integer.parseInt(detail));
        }
      }
      case HOLES -> {
        result.put("BizCode", bizCode).put(detailName, detail);
        // Both are how a carrier is not told.
        result.put("IspName", question.even() ? "" : "UNKNOW");
      }
      default -> {
        result.put("BizCode", bizCode).put(detailName, detail);
        result.put("IspName", carrier);
      }
    }
    return answer.billed(bizCode + (detail.isEmpty() ? "" : "/" + detail), billing);
  }
}
