package io.telproof.alibaba;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * For how long a number has been in use, as MobileOnlineTime of Cloudauth 2019-03-07 tells. It
 * always tells an interval; a threshold is not sent. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/usage-duration-of-mobile-phone-number">MobileOnlineTime</a>
 */
final class MobileOnlineTime implements TenureCheck {
  static final String OPERATION = "MobileOnlineTime";
  static final RateLimits LIMITS = RateLimits.perSecond(50);

  static final CodeTable<Tenure> CODE =
      CodeTable.<Tenure>of(
              documented("200", POSSIBLE, "success; BizCode tells", continueReading()),
              // Stated for the operations that compare a name, under the same product.
              inferred("405", FREE, "the segment cannot be queried", noValue(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "ParamType"));

  /** The SDK's comments have a BizCode 2 as well, of another operation: it compares nothing. */
  static final CodeTable<Tenure> BIZ_CODE =
      CodeTable.of(
          documented("1", CHARGED, "found; TimeCode tells the interval", continueReading()),
          documented("3", FREE, "no record", noValue(Gap.NO_RECORD)));

  /** What TimeCode stands for, in months. */
  static final CodeTable<Tenure> TIME_CODE =
      CodeTable.of(
              documented("1", CHARGED, "[0,3)", value(Tenure.between(0, 3))),
              documented("2", CHARGED, "[3,6)", value(Tenure.between(3, 6))),
              documented("3", CHARGED, "[6,12)", value(Tenure.between(6, 12))),
              documented("4", CHARGED, "[12,24)", value(Tenure.between(12, 24))),
              documented("5", CHARGED, "[24,+)", value(Tenure.from(24))))
          .unlisted(CHARGED, "an interval that no page lists", failed(FailureKind.PROTOCOL));

  private final AlibabaApi cloudauth;
  private final RateLimiter limiter;

  MobileOnlineTime(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
    this.limiter = cloudauth.limiter(offer());
  }

  static Offer offer() {
    return new Offer(CheckType.TENURE, OPERATION, LIMITS, BillingField.by("BizCode", BIZ_CODE))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    Optional<String> mobile = query.number().nationalNumber(86);
    if (mobile.isEmpty()) {
      return cloudauth.notCovered(OPERATION);
    }
    return cloudauth.ask(
        OPERATION,
        limiter,
        Map.of("Mobile", mobile.get(), "ParamType", "normal"),
        MobileOnlineTime::decode,
        context);
  }

  static Answer<Tenure> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH, CODE, MobileOnlineTime::read);
  }

  private static Answer<Tenure> read(JsonObject result, Reply reply) {
    return BIZ_CODE.decide(
        AlibabaApi.verdict(result, "BizCode", reply), reply, found -> tenure(result, found));
  }

  private static Answer<Tenure> tenure(JsonObject result, Reply reply) {
    if (result.lacks("TimeCode") || result.text("TimeCode").filter(String::isEmpty).isPresent()) {
      return reply.unknown(Gap.UNDISCLOSED, CHARGED);
    }
    String timeCode =
        result
            .text("TimeCode")
            .orElseThrow(
                () ->
                    reply.failed(
                        FailureKind.PROTOCOL,
                        CHARGED,
                        "the reply is billed but its TimeCode cannot be read"));
    return TIME_CODE.decide(timeCode, reply);
  }
}
