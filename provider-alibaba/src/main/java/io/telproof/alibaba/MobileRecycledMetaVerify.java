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
import io.telproof.RecycledNumberCheck;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a number has changed hands, as MobileRecycledMetaVerify of Cloudauth 2019-03-07 tells.
 * The product is a public beta, and its data lags behind by five to seven days. Its parameters
 * travel in the query, other than those of its sisters. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/second-release-verification-of-mobile-phone-number">MobileRecycledMetaVerify</a>
 */
final class MobileRecycledMetaVerify implements RecycledNumberCheck {
  static final String OPERATION = "MobileRecycledMetaVerify";
  static final RateLimits LIMITS = RateLimits.perSecond(50);

  static final CodeTable<Recycling> CODE =
      CodeTable.<Recycling>of(
              documented("200", POSSIBLE, "success; BizCode tells", continueReading()),
              inferred("405", FREE, "the segment cannot be queried", noValue(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "ParamType", "RegisterDate"));

  static final CodeTable<Recycling> BIZ_CODE =
      CodeTable.of(
          documented("1", CHARGED, "found; SubCode tells", continueReading()),
          documented("3", FREE, "no record, as SubCode 301 repeats", noValue(Gap.NO_RECORD)));

  /** The SubCodes under BizCode 1. */
  static final CodeTable<Recycling> SUB_CODE =
      CodeTable.of(
              documented(
                  "101",
                  CHARGED,
                  "held on that day by whoever holds it now",
                  value(Recycling.SAME_HOLDER)),
              documented(
                  "102",
                  CHARGED,
                  "given to somebody else after that day",
                  value(Recycling.RECYCLED)),
              // The page gives no verdict beside it.
              inferred(
                  "103",
                  CHARGED,
                  "activated lately, and not in the data yet",
                  noValue(Gap.UNDISCLOSED)))
          .unlisted(CHARGED, "a verdict that no page lists", failed(FailureKind.PROTOCOL));

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final AlibabaApi cloudauth;
  private final RateLimiter limiter;

  MobileRecycledMetaVerify(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
    this.limiter = cloudauth.limiter(offer());
  }

  static Offer offer() {
    return new Offer(
            CheckType.RECYCLED_NUMBER, OPERATION, LIMITS, BillingField.by("BizCode", BIZ_CODE))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<Recycling> check(RecycledQuery query, CallContext context) {
    Optional<String> mobile = query.number().nationalNumber(86);
    if (mobile.isEmpty()) {
      return cloudauth.notCovered(OPERATION);
    }
    if (query.heldSince().isAfter(LocalDate.ofInstant(cloudauth.now(), CHINA))) {
      throw cloudauth.refused(
          OPERATION, "the day since which the number was held is still to come in " + CHINA);
    }
    Map<String, String> parameters =
        Map.of(
            "Mobile", mobile.get(),
            "ParamType", "normal",
            "RegisterDate", DAY.format(query.heldSince()));
    return cloudauth.ask(OPERATION, limiter, parameters, MobileRecycledMetaVerify::decode, context);
  }

  static Answer<Recycling> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH_QUERY, CODE, MobileRecycledMetaVerify::read);
  }

  private static Answer<Recycling> read(JsonObject result, Reply reply) {
    return BIZ_CODE.decide(
        AlibabaApi.verdict(result, "BizCode", reply), reply, found -> verdict(result, found));
  }

  private static Answer<Recycling> verdict(JsonObject result, Reply found) {
    return SUB_CODE.decide(
        result
            .text("SubCode")
            .filter(code -> !code.isEmpty())
            .orElseThrow(
                () ->
                    found.failed(
                        FailureKind.PROTOCOL,
                        CHARGED,
                        "the reply is billed but has no SubCode that can be read")),
        found);
  }
}
