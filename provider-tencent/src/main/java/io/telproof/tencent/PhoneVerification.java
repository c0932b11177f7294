package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.IdentityVerdict.match;
import static io.telproof.IdentityVerdict.mismatch;
import static io.telproof.spi.reply.CodeRow.documented;
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
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.IdentityVerdict.Outcome;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether number, name and identity number belong together, as PhoneVerification of faceid
 * 2018-03-01 tells. Thread-safe.
 *
 * @see <a href="https://www.tencentcloud.com/document/api/1061/79046">PhoneVerification</a>
 * @see <a href="https://cloud.tencent.com/document/api/1007/39765">the mainland page</a>
 */
final class PhoneVerification implements IdentityMatch {
  static final String OPERATION = "PhoneVerification";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  /** The rows -1, -2, -3, -5 and -10 are those of the editions from 2020 to 2022. */
  static final CodeTable<IdentityVerdict> RESULT =
      CodeTable.of(
          documented("0", CHARGED, "all three agree", value(match(Carrier.UNKNOWN))),
          documented(
              "-1",
              CHARGED,
              "name and identity number differ",
              value(mismatch(Set.of(NAME, ID_NUMBER), Carrier.UNKNOWN))),
          documented(
              "-2", CHARGED, "the name differs", value(mismatch(Set.of(NAME), Carrier.UNKNOWN))),
          documented(
              "-3",
              CHARGED,
              "the identity number differs",
              value(mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))),
          documented("-4", CHARGED, "they do not agree", value(mismatch(Carrier.UNKNOWN))),
          documented(
              "-5", CHARGED, "the number is not registered to a person", noValue(Gap.NO_RECORD)),
          documented("-6", FREE, "the number is wrong", failed(FailureKind.INVALID_REQUEST)),
          documented(
              "-7", FREE, "the identity number is wrong", failed(FailureKind.INVALID_REQUEST)),
          documented("-8", FREE, "the name cannot be checked", failed(FailureKind.INVALID_REQUEST)),
          documented("-9", FREE, "no record", noValue(Gap.NO_RECORD)),
          documented("-10", FREE, "not passed", noValue(Gap.UNDISCLOSED)),
          documented(
              "-11", FREE, "the verification centre is busy", failed(FailureKind.UNAVAILABLE)),
          // The name and the identity number have such an allowance too, and which one is used up
          // is
          // not told: nothing but the same three together is certain to be refused.
          documented(
              "-12",
              FREE,
              "number, name or identity number asked too often today",
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

  /**
   * What the mainland edition adds to Result -4 where it was asked to verify in detail. Name and
   * identity number can also belong to different people: then no text says which one is wrong.
   */
  static final Map<String, Optional<Set<Attribute>>> RESULT_DETAIL =
      Map.of(
          "PhoneIdCardMismatch", Optional.of(Set.of(ID_NUMBER)),
          "PhoneNameMismatch", Optional.of(Set.of(NAME)),
          "PhoneNameIdCardMismatch", Optional.of(Set.of(NAME, ID_NUMBER)),
          "NameIdCardMismatch", Optional.empty(),
          "OtherMismatch", Optional.empty());

  private static final Coverage COVERAGE = TencentApi.MAINLAND.needing(ClaimPart.ID_NUMBER);

  private static final Optional<Set<Attribute>> NOT_TOLD = Optional.empty();

  private final TencentApi api;
  private final RateLimiter limiter;
  private final Sealers sealings;
  private final boolean detailed;

  /**
   * The operation of an account.
   *
   * @param detailed whether a mismatch is to be told in detail, which is priced apart and sold in
   *     the mainland only
   */
  PhoneVerification(TencentApi api, Sealers sealings, boolean detailed) {
    this.api = api;
    this.limiter = api.limiter(offer());
    this.sealings = sealings;
    this.detailed = detailed;
  }

  static Offer offer() {
    return new Offer(CheckType.IDENTITY_MATCH, OPERATION, LIMITS, "Result " + RESULT.billed())
        .withCoverage(COVERAGE);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!COVERAGE.serves(claim.number()) || !COVERAGE.carries(claim)) {
      return api.notCovered(OPERATION);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("IdCard", claim.idNumber().orElseThrow().reveal());
    fields.put("Name", claim.name().reveal());
    fields.put("Phone", claim.number().nationalNumber(86).orElseThrow());
    Map<String, Object> all = new LinkedHashMap<>(sealings.flat(fields));
    if (detailed) {
      all.put("VerifyMode", "1");
    }
    return api.ask(OPERATION, limiter, all, PhoneVerification::decode, context);
  }

  static Answer<IdentityVerdict> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, PhoneVerification::read);
  }

  private static Answer<IdentityVerdict> read(JsonObject response, Reply reply) {
    Answer<IdentityVerdict> answer = RESULT.decide(TencentApi.result(response, reply), reply);
    if (!(answer instanceof Answer.Known<IdentityVerdict> known)) {
      return answer;
    }
    Carrier carrier = response.text("Isp").map(Isp::carrier).orElse(Carrier.UNKNOWN);
    Optional<Set<Attribute>> detail =
        response.text("ResultDetail").flatMap(text -> RESULT_DETAIL.getOrDefault(text, NOT_TOLD));
    IdentityVerdict verdict =
        known.value().outcome() == Outcome.MISMATCH && detail.isPresent()
            ? mismatch(detail.get(), carrier)
            : known.value().with(carrier);
    return new Answer.Known<>(verdict, known.receipt());
  }
}
