package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.IdentityVerdict.match;
import static io.telproof.IdentityVerdict.mismatch;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedUntilNextDay;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whether number and name belong together, as CheckPhoneAndName of faceid 2018-03-01 tells. Of the
 * mainland edition alone, and of claims without an identity number. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/api/1007/61074">CheckPhoneAndName</a>
 */
final class CheckPhoneAndName implements IdentityMatch {
  static final String OPERATION = "CheckPhoneAndName";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  /** The mismatch is a positive 1 here, and not the -4 of the other operations. */
  static final CodeTable<IdentityVerdict> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "both agree", value(match(Carrier.UNKNOWN))),
          documented(
              "1", CHARGED, "the name differs", value(mismatch(Set.of(NAME), Carrier.UNKNOWN))),
          documented("-1", FREE, "no record", noValue(Gap.NO_RECORD)),
          // That the engine did not compare is the page's word for both; that they are free, too.
          inferred("-2", FREE, "the engine's unknown error", failed(FailureKind.UNAVAILABLE)),
          inferred("-3", FREE, "the engine fails", failed(FailureKind.UNAVAILABLE)),
          documented("-4", FREE, "the name cannot be checked", failed(FailureKind.INVALID_REQUEST)),
          documented("-5", FREE, "the number is wrong", failed(FailureKind.INVALID_REQUEST)),
          documented(
              "-6",
              FREE,
              "number or name asked too often today",
              failedUntilNextDay(FailureKind.QUOTA, TencentApi.CHINA)),
          documented("-13", FREE, "the segment is not supported", noValue(Gap.NOT_COVERED)));

  static final CodeTable<IdentityVerdict> ERROR =
      CodeTable.<IdentityVerdict>of(
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

  private final TencentApi api;
  private final RateLimiter limiter;
  private final Sealers sealings;

  CheckPhoneAndName(TencentApi api, Sealers sealings) {
    this.api = api;
    this.limiter = api.limiter(offer());
    this.sealings = sealings;
  }

  static Offer offer() {
    return new Offer(CheckType.IDENTITY_MATCH, OPERATION, LIMITS, "Result " + RESULT.billed())
        .withCoverage(TencentApi.MAINLAND);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!TencentApi.MAINLAND.serves(claim.number()) || !TencentApi.MAINLAND.carries(claim)) {
      return api.notCovered(OPERATION);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Mobile", claim.number().nationalNumber(86).orElseThrow());
    fields.put("Name", claim.name().reveal());
    return api.ask(OPERATION, limiter, sealings.nested(fields), CheckPhoneAndName::decode, context);
  }

  static Answer<IdentityVerdict> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, CheckPhoneAndName::read);
  }

  private static Answer<IdentityVerdict> read(JsonObject response, Reply reply) {
    return RESULT.decide(TencentApi.result(response, reply), reply);
  }
}
