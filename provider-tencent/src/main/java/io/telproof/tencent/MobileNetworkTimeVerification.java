package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Meaning.lacks;
import static io.telproof.spi.Meaning.readOn;
import static io.telproof.spi.Row.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.Capability;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Offer;
import io.telproof.spi.Reply;
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
  static final Limit LIMIT = Limit.perSecond(20);

  static final CodeTable<Tenure> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "success; Range tells the interval", readOn()),
          // So printed by the mainland page since July 2026.
          documented("-0", CHARGED, "success; Range tells the interval", readOn()),
          documented("-1", FREE, "the number's format is wrong", fails(Kind.INVALID_REQUEST)),
          documented("-2", CHARGED, "the number does not exist", lacks(Gap.NO_SUCH_NUMBER)),
          documented("-3", CHARGED, "it exists, its tenure cannot be told", lacks(Gap.UNDISCLOSED)),
          documented("-4", FREE, "the verification centre is busy", fails(Kind.UNAVAILABLE)),
          documented("-5", FREE, "asked too often today", fails(Kind.QUOTA)),
          documented("-13", FREE, "the segment is not supported", lacks(Gap.NOT_COVERED)));

  static final CodeTable<Tenure> ERROR =
      CodeTable.<Tenure>of(
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
                  "InvalidParameterValue.BizTokenExpired",
                  FREE,
                  "a BizToken is over, which this operation does not take",
                  fails(Kind.INVALID_REQUEST)),
              documented(
                  "InvalidParameterValue.RuleIdNotExist",
                  FREE,
                  "no such RuleId, which this operation does not take",
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

  private final TencentApi api;
  private final Sealings sealings;

  MobileNetworkTimeVerification(TencentApi api, Sealings sealings) {
    this.api = api;
    this.sealings = sealings;
  }

  static Offer offer() {
    return new Offer(Capability.TENURE, OPERATION, LIMIT, "Result " + RESULT.billed());
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    Optional<String> mobile = query.number().within(86);
    if (mobile.isEmpty()) {
      return api.notCovered(OPERATION);
    }
    return api.ask(
        OPERATION,
        LIMIT,
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
                        Kind.PROTOCOL,
                        CHARGED,
                        "the reply is billed but its Range is not an interval of months"));
    return reply.known(tenure, CHARGED);
  }
}
