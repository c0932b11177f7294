package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Meaning.is;
import static io.telproof.spi.Meaning.lacks;
import static io.telproof.spi.Meaning.readOn;
import static io.telproof.spi.Row.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.Capability;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Offer;
import io.telproof.spi.Reply;
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
  static final Limit LIMIT = Limit.perSecond(20);

  static final CodeTable<PhoneStatus> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "success; StatusCode tells the state", readOn()),
          documented("-1", FREE, "nothing found", lacks(Gap.NO_RECORD)),
          documented("-2", FREE, "the number's format is wrong", fails(Kind.INVALID_REQUEST)),
          documented("-3", FREE, "the verification centre is busy", fails(Kind.UNAVAILABLE)),
          documented("-4", FREE, "asked too often today", fails(Kind.QUOTA)),
          documented("-13", FREE, "the segment is not supported", lacks(Gap.NOT_COVERED)));

  /** Beside a Result other than 0 it means nothing: the vendor's own example sends 99 there. */
  static final CodeTable<PhoneStatus> STATUS_CODE =
      CodeTable.of(
              documented("0", CHARGED, "normal", is(PhoneStatus.of(LineState.ACTIVE))),
              documented("1", CHARGED, "out of service", is(PhoneStatus.of(LineState.SUSPENDED))),
              documented("2", CHARGED, "cancelled", is(PhoneStatus.of(LineState.CANCELLED))),
              // In the editions up to December 2024.
              documented("3", CHARGED, "vacant", is(PhoneStatus.of(LineState.VACANT))),
              documented(
                  "4", CHARGED, "not on the network", is(PhoneStatus.of(LineState.OFF_NETWORK))),
              // In the mainland edition, since April 2026.
              documented(
                  "5",
                  CHARGED,
                  "on the network but unavailable",
                  is(PhoneStatus.of(LineState.UNREACHABLE))),
              documented("99", CHARGED, "unknown", lacks(Gap.UNDISCLOSED)))
          .unlisted(CHARGED, "a state that no page lists", lacks(Gap.UNDISCLOSED));

  static final CodeTable<PhoneStatus> ERROR =
      CodeTable.<PhoneStatus>of(
              documented(
                  "FailedOperation.DecryptSystemError",
                  FREE,
                  "decryption failed",
                  fails(Kind.INVALID_REQUEST)),
              documented(
                  "FailedOperation.StsUnAuthErrError",
                  FREE,
                  "the role for the key service is missing",
                  fails(Kind.UNAUTHORIZED)),
              documented(
                  "FailedOperation.UnKnown",
                  POSSIBLE,
                  "unknown internal error",
                  fails(Kind.INDETERMINATE)),
              documented(
                  "InvalidParameter", FREE, "a parameter is wrong", fails(Kind.INVALID_REQUEST)),
              documented(
                  "InvalidParameter.UnsupportEncryptField",
                  FREE,
                  "the encrypted fields are not the ones listed",
                  fails(Kind.INVALID_REQUEST)),
              documented(
                  "InvalidParameterValue",
                  FREE,
                  "a parameter's value is wrong",
                  fails(Kind.INVALID_REQUEST)),
              documented(
                  "UnauthorizedOperation.Arrears",
                  FREE,
                  "the account is in arrears",
                  fails(Kind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.ChargeStatusException",
                  FREE,
                  "the billing status is abnormal",
                  fails(Kind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.NonAuthorize",
                  FREE,
                  "the account's holder is not verified",
                  fails(Kind.ACCOUNT)),
              documented(
                  "UnauthorizedOperation.Nonactivated",
                  FREE,
                  "the service is not activated",
                  fails(Kind.ACCOUNT)))
          .and(FaceidErrors.rows());

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,5}");

  private final TencentApi api;
  private final Sealings sealings;

  MobileStatus(TencentApi api, Sealings sealings) {
    this.api = api;
    this.sealings = sealings;
  }

  static Offer offer() {
    return new Offer(Capability.PHONE_STATUS, OPERATION, LIMIT, "Result " + RESULT.billed());
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    Optional<String> mobile = number.within(86);
    if (mobile.isEmpty()) {
      return api.notCovered(OPERATION);
    }
    return api.ask(
        OPERATION,
        LIMIT,
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
                                Kind.PROTOCOL,
                                Charge.CHARGED,
                                "the reply is billed but has no StatusCode that can be read")),
                success));
  }
}
