package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
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

/**
 * The id of a pre-validated number, as GetPreValidatePhoneId of cams 2020-06-06 tells. Numbers of
 * every country are asked about. The page has no code for a number or a purchase code that is
 * wrong. Thread-safe.
 *
 * @see <a
 *     href="https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-cams-2020-06-06-getprevalidatephoneid">GetPreValidatePhoneId</a>
 */
final class GetPreValidatePhoneId implements PreValidatedNumber {
  static final String OPERATION = "GetPreValidatePhoneId";

  /** Another page of the vendor says 50 a second. */
  static final RateLimits LIMITS = RateLimits.perSecond(10);

  static final CodeTable<PreValidatedId> CODE =
      CodeTable.<PreValidatedId>of(
              inferred("OK", UNSTATED, "success; Data tells the id", continueReading()),
              documented(
                  "Product.Unsubscript",
                  FREE,
                  "the product is not subscribed to",
                  failed(FailureKind.ACCOUNT)),
              documented(
                  "Ram.PermissionDeny",
                  FREE,
                  "access management does not allow it",
                  failed(FailureKind.UNAUTHORIZED)),
              documented(
                  "System.LimitControl",
                  FREE,
                  "the system is under flow control",
                  failed(FailureKind.THROTTLED)),
              documented(
                  "Unknown.ResourceOwnerId",
                  FREE,
                  "the resource belongs to another account",
                  failed(FailureKind.ACCOUNT)))
          .and(CommonErrors.rows("PhoneNumber", "VerifyCode"));

  private static final Coverage COVERAGE = Coverage.anyCountry().needing(ClaimPart.PURCHASE_CODE);

  private final AlibabaApi cams;
  private final RateLimiter limiter;

  GetPreValidatePhoneId(AlibabaApi cams) {
    this.cams = cams;
    this.limiter = cams.limiter(offer());
  }

  static Offer offer() {
    return new Offer(
            CheckType.PRE_VALIDATED_NUMBER, OPERATION, LIMITS, BillingField.by("Code", CODE))
        .withCoverage(COVERAGE);
  }

  @Override
  public Answer<PreValidatedId> check(PreValidatedClaim claim, CallContext context) {
    if (!COVERAGE.carries(claim)) {
      return cams.notCovered(OPERATION);
    }
    Map<String, String> parameters =
        Map.of(
            "PhoneNumber", claim.number().e164().substring(1),
            "VerifyCode", claim.purchaseCode().orElseThrow().reveal());
    return cams.ask(OPERATION, limiter, parameters, GetPreValidatePhoneId::decode, context);
  }

  static Answer<PreValidatedId> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CAMS, CODE, GetPreValidatePhoneId::read);
  }

  private static Answer<PreValidatedId> read(JsonObject data, Reply reply) {
    String id =
        data.text("PhoneNumberId")
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    reply.failed(
                        FailureKind.PROTOCOL,
                        UNSTATED,
                        "the reply is a success without PhoneNumberId"));
    // The vendor's example shows another number here than the one asked about.
    return reply.known(
        new PreValidatedId(id, data.text("PhoneNumber").filter(text -> !text.isEmpty())), UNSTATED);
  }
}
