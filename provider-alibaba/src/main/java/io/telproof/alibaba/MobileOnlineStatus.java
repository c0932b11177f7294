package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a number is in service, as MobileOnlineStatus of Cloudauth 2019-03-07 tells. No page says
 * which of its answers are billed. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">codes</a>
 */
final class MobileOnlineStatus implements PhoneStatusCheck {
  static final String OPERATION = "MobileOnlineStatus";
  static final RateLimits LIMITS = RateLimits.perSecond(50);

  static final CodeTable<PhoneStatus> CODE =
      CodeTable.<PhoneStatus>of(
              documented("200", UNSTATED, "success; BizCode tells", continueReading()),
              // Stated for the operations that compare a name, under the same product.
              inferred("405", FREE, "the segment cannot be queried", noValue(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "ParamType"));

  static final CodeTable<PhoneStatus> BIZ_CODE =
      CodeTable.of(
          inferred("1", UNSTATED, "normal; SubCode tells the state", continueReading()),
          inferred("2", UNSTATED, "not normal; SubCode tells the state", continueReading()),
          inferred("3", UNSTATED, "no record, as SubCode 301 repeats", noValue(Gap.NO_RECORD)));

  /** The SubCodes under BizCode 1. */
  static final CodeTable<PhoneStatus> NORMAL =
      CodeTable.of(inferred("101", UNSTATED, "in use", value(PhoneStatus.of(LineState.ACTIVE))))
          .unlisted(UNSTATED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  /** The SubCodes under BizCode 2. */
  static final CodeTable<PhoneStatus> NOT_NORMAL =
      CodeTable.of(
              inferred("201", UNSTATED, "suspended", value(PhoneStatus.of(LineState.SUSPENDED))),
              inferred("202", UNSTATED, "cancelled", value(PhoneStatus.of(LineState.CANCELLED))),
              inferred(
                  "203",
                  UNSTATED,
                  "on the network but unusable",
                  value(PhoneStatus.of(LineState.UNREACHABLE))),
              inferred(
                  "204", UNSTATED, "not activated", value(PhoneStatus.of(LineState.NOT_ACTIVATED))))
          .unlisted(UNSTATED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

  private final AlibabaApi cloudauth;
  private final RateLimiter limiter;

  MobileOnlineStatus(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
    this.limiter = cloudauth.limiter(offer());
  }

  static Offer offer() {
    return new Offer(
            CheckType.PHONE_STATUS, OPERATION, LIMITS, BillingField.by("BizCode", BIZ_CODE))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    Optional<String> mobile = number.nationalNumber(86);
    if (mobile.isEmpty()) {
      return cloudauth.notCovered(OPERATION);
    }
    return cloudauth.ask(
        OPERATION,
        limiter,
        Map.of("Mobile", mobile.get(), "ParamType", "normal"),
        MobileOnlineStatus::decode,
        context);
  }

  static Answer<PhoneStatus> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH, CODE, MobileOnlineStatus::read);
  }

  private static Answer<PhoneStatus> read(JsonObject result, Reply reply) {
    String bizCode = AlibabaApi.verdict(result, "BizCode", reply);
    Answer<PhoneStatus> answer =
        BIZ_CODE.decide(
            bizCode,
            reply,
            verdict ->
                (bizCode.equals("1") ? NORMAL : NOT_NORMAL)
                    .decide(subCode(result, verdict), verdict));
    return answer instanceof Answer.Known<PhoneStatus> known
        ? new Answer.Known<>(
            new PhoneStatus(known.value().state(), Isp.of(result)), known.receipt())
        : answer;
  }

  private static String subCode(JsonObject result, Reply reply) {
    return result
        .text("SubCode")
        .filter(code -> NUMBER.matcher(code).matches())
        .orElseThrow(
            () ->
                reply.failed(
                    FailureKind.PROTOCOL, UNSTATED, "the reply has no SubCode that can be read"));
  }
}
