package io.telproof.alibaba;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.IdentityVerdict.match;
import static io.telproof.IdentityVerdict.mismatch;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;
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
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether number, name and identity number belong together, as Mobile3MetaDetailVerify of Cloudauth
 * 2019-03-07 tells. The billing is stated for its sisters that tell less, not for itself.
 * Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">codes</a>
 * @see <a href="https://www.alibabacloud.com/help/zh/ekyc/latest/wko0wqqd2gepvbtq">billing of the
 *     same check outside China</a>
 */
final class Mobile3MetaDetailVerify implements IdentityMatch {
  static final String OPERATION = "Mobile3MetaDetailVerify";
  static final RateLimits LIMITS = RateLimits.perSecond(50);

  static final CodeTable<IdentityVerdict> CODE =
      CodeTable.<IdentityVerdict>of(
              documented("200", POSSIBLE, "success; BizCode tells", continueReading()),
              inferred("405", FREE, "the segment cannot be queried", noValue(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "UserName", "IdentifyNum", "ParamType"));

  static final CodeTable<IdentityVerdict> BIZ_CODE =
      CodeTable.of(
          inferred("1", CHARGED, "all three agree", continueReading()),
          inferred("2", CHARGED, "they do not agree; SubCode tells why", continueReading()),
          inferred("3", FREE, "no record, as SubCode 301 repeats", noValue(Gap.NO_RECORD)));

  /** The SubCodes under BizCode 1: any other contradicts it. */
  static final CodeTable<IdentityVerdict> AGREEING =
      CodeTable.of(inferred("101", CHARGED, "all three agree", value(match(Carrier.UNKNOWN))))
          .unlisted(CHARGED, "a match that no page lists", failed(FailureKind.PROTOCOL));

  /** The SubCodes under BizCode 2: any other is a reason that we do not know. */
  static final CodeTable<IdentityVerdict> DIFFERING =
      CodeTable.of(
              inferred(
                  "201",
                  CHARGED,
                  "name and identity number differ",
                  value(mismatch(Set.of(NAME, ID_NUMBER), Carrier.UNKNOWN))),
              inferred(
                  "202",
                  CHARGED,
                  "the identity number differs",
                  value(mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))),
              inferred(
                  "203",
                  CHARGED,
                  "the name differs",
                  value(mismatch(Set.of(NAME), Carrier.UNKNOWN))),
              inferred("204", CHARGED, "another reason", value(mismatch(Carrier.UNKNOWN))))
          .unlisted(CHARGED, "a reason that no page lists", value(mismatch(Carrier.UNKNOWN)));

  private static final Coverage COVERAGE = AlibabaApi.MAINLAND.needing(ClaimPart.ID_NUMBER);

  private final AlibabaApi cloudauth;
  private final RateLimiter limiter;

  Mobile3MetaDetailVerify(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
    this.limiter = cloudauth.limiter(offer());
  }

  static Offer offer() {
    return new Offer(
            CheckType.IDENTITY_MATCH, OPERATION, LIMITS, BillingField.by("BizCode", BIZ_CODE))
        .withCoverage(COVERAGE);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!COVERAGE.serves(claim.number()) || !COVERAGE.carries(claim)) {
      return cloudauth.notCovered(OPERATION);
    }
    Map<String, String> parameters =
        Map.of(
            "Mobile", claim.number().nationalNumber(86).orElseThrow(),
            "UserName", claim.name().reveal(),
            "IdentifyNum", claim.idNumber().orElseThrow().reveal(),
            "ParamType", "normal");
    return cloudauth.ask(OPERATION, limiter, parameters, Mobile3MetaDetailVerify::decode, context);
  }

  static Answer<IdentityVerdict> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH, CODE, Mobile3MetaDetailVerify::read);
  }

  private static Answer<IdentityVerdict> read(JsonObject result, Reply reply) {
    String bizCode = AlibabaApi.verdict(result, "BizCode", reply);
    Answer<IdentityVerdict> answer =
        BIZ_CODE.decide(bizCode, reply, verdict -> detail(bizCode.equals("1"), result, verdict));
    return answer instanceof Answer.Known<IdentityVerdict> known
        ? new Answer.Known<>(known.value().with(Isp.of(result)), known.receipt())
        : answer;
  }

  /** BizCode alone is the verdict, as it is of the sister operation that has no SubCode. */
  private static Answer<IdentityVerdict> detail(boolean agreeing, JsonObject result, Reply reply) {
    Optional<String> subCode = result.text("SubCode").filter(code -> !code.isEmpty());
    if (subCode.isEmpty()) {
      return reply.known(agreeing ? match(Carrier.UNKNOWN) : mismatch(Carrier.UNKNOWN), CHARGED);
    }
    return (agreeing ? AGREEING : DIFFERING).decide(subCode.get(), reply);
  }
}
