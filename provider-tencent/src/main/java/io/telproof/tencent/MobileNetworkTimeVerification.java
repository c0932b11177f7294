package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedUntilNextDay;
import static io.telproof.spi.reply.Meaning.noValue;

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
 * For how long a number has been in use, as MobileNetworkTimeVerification of faceid 2018-03-01
 * tells. It always tells an interval; a threshold is not sent. Thread-safe.
 *
 * @see <a
 *     href="https://www.tencentcloud.com/document/product/1061/79048">MobileNetworkTimeVerification</a>
 * @see <a href="https://cloud.tencent.com/document/api/1007/40546">the mainland page</a>
 */
final class MobileNetworkTimeVerification implements TenureCheck {
  static final String OPERATION = "MobileNetworkTimeVerification";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<Tenure> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "success; Range tells the interval", continueReading()),
          // So printed by the mainland page since July 2026.
          documented("-0", CHARGED, "success; Range tells the interval", continueReading()),
          documented(
              "-1", FREE, "the number's format is wrong", failed(FailureKind.INVALID_REQUEST)),
          documented("-2", CHARGED, "the number does not exist", noValue(Gap.NO_SUCH_NUMBER)),
          documented(
              "-3", CHARGED, "it exists, its tenure cannot be told", noValue(Gap.UNDISCLOSED)),
          documented(
              "-4", FREE, "the verification centre is busy", failed(FailureKind.UNAVAILABLE)),
          documented(
              "-5",
              FREE,
              "asked too often today",
              failedUntilNextDay(FailureKind.QUOTA, TencentApi.CHINA)),
          documented("-13", FREE, "the segment is not supported", noValue(Gap.NOT_COVERED)));

  static final CodeTable<Tenure> ERROR =
      CodeTable.<Tenure>of(
              documented(
                  "FailedOperation.DecryptSystemError",
                  FREE,
                  "decryption failed",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "FailedOperation.StsUnAuthErrError",
                  FREE,
                  "the role for the key service is missing",
                  failed(FailureKind.UNAUTHORIZED)),
              documented(
                  "FailedOperation.UnKnown",
                  POSSIBLE,
                  "unknown internal error",
                  failed(FailureKind.INDETERMINATE)),
              documented(
                  "InvalidParameter",
                  FREE,
                  "a parameter is wrong",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameter.UnsupportEncryptField",
                  FREE,
                  "the encrypted fields are not the ones listed",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameterValue",
                  FREE,
                  "a parameter's value is wrong",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameterValue.BizTokenExpired",
                  FREE,
                  "a BizToken is over, which this operation does not take",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameterValue.RuleIdNotExist",
                  FREE,
                  "no such RuleId, which this operation does not take",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "UnauthorizedOperation.Arrears",
                  FREE,
                  "the account is in arrears",
                  failed(FailureKind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.ChargeStatusException",
                  FREE,
                  "the billing status is abnormal",
                  failed(FailureKind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.NonAuthorize",
                  FREE,
                  "the account's holder is not verified",
                  failed(FailureKind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.Nonactivated",
                  FREE,
                  "the service is not activated",
                  failed(FailureKind.ACCOUNT)))
          .and(FaceidErrors.rows());

  private final TencentApi api;
  private final RateLimiter limiter;
  private final Sealers sealings;

  MobileNetworkTimeVerification(TencentApi api, Sealers sealings) {
    this.api = api;
    this.limiter = api.limiter(offer());
    this.sealings = sealings;
  }

  static Offer offer() {
    return new Offer(CheckType.TENURE, OPERATION, LIMITS, "Result " + RESULT.billed())
        .withCoverage(TencentApi.MAINLAND);
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    Optional<String> mobile = query.number().nationalNumber(86);
    if (mobile.isEmpty()) {
      return api.notCovered(OPERATION);
    }
    return api.ask(
        OPERATION,
        limiter,
        sealings.nested(Map.of("Mobile", mobile.get())),
        MobileNetworkTimeVerification::decode,
        context);
  }

  static Answer<Tenure> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, MobileNetworkTimeVerification::read);
  }

  private static Answer<Tenure> read(JsonObject response, Reply reply) {
    return RESULT.decide(
        TencentApi.result(response, reply), reply, success -> tenure(response, success));
  }

  private static Answer<Tenure> tenure(JsonObject response, Reply reply) {
    if (response.lacks("Range") || response.text("Range").filter(String::isEmpty).isPresent()) {
      return reply.unknown(Gap.UNDISCLOSED, CHARGED);
    }
    Tenure tenure =
        response
            .text("Range")
            .flatMap(Range::parse)
            .orElseThrow(
                () ->
                    reply.failed(
                        FailureKind.PROTOCOL,
                        CHARGED,
                        "the reply is billed but its Range is not an interval of months"));
    return reply.known(tenure, CHARGED);
  }
}
