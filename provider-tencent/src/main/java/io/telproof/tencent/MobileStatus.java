package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedUntilNextDay;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
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
 * Whether a number is in service, as MobileStatus of faceid 2018-03-01 tells. It does not tell the
 * carrier. Thread-safe.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/1061/79047">MobileStatus</a>
 * @see <a href="https://cloud.tencent.com/document/api/1007/40545">the mainland page</a>
 */
final class MobileStatus implements PhoneStatusCheck {
  static final String OPERATION = "MobileStatus";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<PhoneStatus> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "success; StatusCode tells the state", continueReading()),
          documented("-1", FREE, "nothing found", noValue(Gap.NO_RECORD)),
          documented(
              "-2", FREE, "the number's format is wrong", failed(FailureKind.INVALID_REQUEST)),
          documented(
              "-3", FREE, "the verification centre is busy", failed(FailureKind.UNAVAILABLE)),
          documented(
              "-4",
              FREE,
              "asked too often today",
              failedUntilNextDay(FailureKind.QUOTA, TencentApi.CHINA)),
          documented("-13", FREE, "the segment is not supported", noValue(Gap.NOT_COVERED)));

  /** Beside a Result other than 0 it means nothing: the vendor's own example sends 99 there. */
  static final CodeTable<PhoneStatus> STATUS_CODE =
      CodeTable.of(
              documented("0", CHARGED, "normal", value(PhoneStatus.of(LineState.ACTIVE))),
              documented(
                  "1", CHARGED, "out of service", value(PhoneStatus.of(LineState.SUSPENDED))),
              documented("2", CHARGED, "cancelled", value(PhoneStatus.of(LineState.CANCELLED))),
              // In the editions up to December 2024.
              documented("3", CHARGED, "vacant", value(PhoneStatus.of(LineState.VACANT))),
              documented(
                  "4", CHARGED, "not on the network", value(PhoneStatus.of(LineState.OFF_NETWORK))),
              // In the mainland edition, since April 2026.
              documented(
                  "5",
                  CHARGED,
                  "on the network but unavailable",
                  value(PhoneStatus.of(LineState.UNREACHABLE))),
              documented("99", CHARGED, "unknown", noValue(Gap.UNDISCLOSED)))
          .unlisted(CHARGED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  static final CodeTable<PhoneStatus> ERROR =
      CodeTable.<PhoneStatus>of(
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

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,5}");

  private final TencentApi api;
  private final RateLimiter limiter;
  private final Sealers sealings;

  MobileStatus(TencentApi api, Sealers sealings) {
    this.api = api;
    this.limiter = api.limiter(offer());
    this.sealings = sealings;
  }

  static Offer offer() {
    return new Offer(CheckType.PHONE_STATUS, OPERATION, LIMITS, "Result " + RESULT.billed())
        .withCoverage(TencentApi.MAINLAND);
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    Optional<String> mobile = number.nationalNumber(86);
    if (mobile.isEmpty()) {
      return api.notCovered(OPERATION);
    }
    return api.ask(
        OPERATION,
        limiter,
        sealings.nested(Map.of("Mobile", mobile.get())),
        MobileStatus::decode,
        context);
  }

  static Answer<PhoneStatus> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, MobileStatus::read);
  }

  private static Answer<PhoneStatus> read(JsonObject response, Reply reply) {
    return RESULT.decide(
        TencentApi.result(response, reply),
        reply,
        success ->
            STATUS_CODE.decide(
                response
                    .text("StatusCode")
                    .filter(code -> INTEGER.matcher(code).matches())
                    .orElseThrow(
                        () ->
                            success.failed(
                                FailureKind.PROTOCOL,
                                Charge.CHARGED,
                                "the reply is billed but has no StatusCode that can be read")),
                success));
  }
}
