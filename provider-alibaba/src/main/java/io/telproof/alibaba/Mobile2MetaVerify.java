package io.telproof.alibaba;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.IdentityVerdict.match;
import static io.telproof.IdentityVerdict.mismatch;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
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
import java.util.Map;
import java.util.Set;

/**
 * Whether number and name belong together, as Mobile2MetaVerify of Cloudauth 2019-03-07 tells: of
 * claims without an identity number. The billing is stated for the same check outside China.
 * Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">codes</a>
 */
final class Mobile2MetaVerify implements IdentityMatch {
  static final String OPERATION = "Mobile2MetaVerify";
  static final RateLimits LIMITS = RateLimits.perSecond(50);

  static final CodeTable<IdentityVerdict> CODE =
      CodeTable.<IdentityVerdict>of(
              documented("200", POSSIBLE, "success; BizCode tells", continueReading()),
              inferred("405", FREE, "the segment cannot be queried", noValue(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "UserName", "ParamType"));

  static final CodeTable<IdentityVerdict> BIZ_CODE =
      CodeTable.of(
          inferred("1", CHARGED, "both agree", value(match(Carrier.UNKNOWN))),
          inferred(
              "2", CHARGED, "the name differs", value(mismatch(Set.of(NAME), Carrier.UNKNOWN))),
          inferred("3", FREE, "no record", noValue(Gap.NO_RECORD)));

  private final AlibabaApi cloudauth;
  private final RateLimiter limiter;

  Mobile2MetaVerify(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
    this.limiter = cloudauth.limiter(offer());
  }

  static Offer offer() {
    return new Offer(
            CheckType.IDENTITY_MATCH, OPERATION, LIMITS, BillingField.by("BizCode", BIZ_CODE))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!AlibabaApi.MAINLAND.serves(claim.number()) || !AlibabaApi.MAINLAND.carries(claim)) {
      return cloudauth.notCovered(OPERATION);
    }
    Map<String, String> parameters =
        Map.of(
            "Mobile", claim.number().nationalNumber(86).orElseThrow(),
            "UserName", claim.name().reveal(),
            "ParamType", "normal");
    return cloudauth.ask(OPERATION, limiter, parameters, Mobile2MetaVerify::decode, context);
  }

  static Answer<IdentityVerdict> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH, CODE, Mobile2MetaVerify::read);
  }

  private static Answer<IdentityVerdict> read(JsonObject result, Reply reply) {
    Answer<IdentityVerdict> answer =
        BIZ_CODE.decide(AlibabaApi.verdict(result, "BizCode", reply), reply);
    return answer instanceof Answer.Known<IdentityVerdict> known
        ? new Answer.Known<>(known.value().with(Isp.of(result)), known.receipt())
        : answer;
  }
}
