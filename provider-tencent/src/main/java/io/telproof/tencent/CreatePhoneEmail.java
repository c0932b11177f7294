package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.FailureKind;
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
 * Checks a code, as CreatePhoneEmail of domain 2018-08-08 does in the mainland. What it really does
 * is to register a verified contact with the caller's own account, for the registration of domain
 * names; a contact that is registered already is answered so, whatever the code. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/product/242">the product domain</a>
 */
final class CreatePhoneEmail implements CodeVerification {
  static final String OPERATION = "CreatePhoneEmail";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<CodeVerdict> ERROR =
      CodeTable.<CodeVerdict>of(
              documented(
                  "FailedOperation.DuplicatePhoneEmail",
                  UNSTATED,
                  "verified already",
                  value(CodeVerdict.ALREADY_VERIFIED)),
              documented(
                  "InvalidParameter.CodeTypeIsInvalid",
                  FREE,
                  "neither a number nor an address",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameter.EmailIsInvalid",
                  FREE,
                  "the address is wrong",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameter.TelephoneIsInvalid",
                  FREE,
                  "the number is wrong",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InvalidParameter.VerifyCodeIsInvalid",
                  UNSTATED,
                  "the code is wrong",
                  value(CodeVerdict.REJECTED)),
              documented(
                  "LimitExceeded.RequestLimit",
                  FREE,
                  "too many requests",
                  failed(FailureKind.THROTTLED)))
          .and(CommonErrors.rows());

  private final TencentApi api;
  private final RateLimiter limiter;

  CreatePhoneEmail(TencentApi api) {
    this.api = api;
    this.limiter = api.limiter(offer());
  }

  static Offer offer() {
    return new Offer(CheckType.CODE_VERIFICATION, OPERATION, LIMITS, TencentApi.NO_PRICE)
        .withCoverage(TencentApi.MAINLAND.andAddresses())
        .withRestriction(TencentApi.CONTACTS_OF_OWNER);
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    Optional<Map<String, Object>> contact = ContactType.fields(claim.contact());
    if (contact.isEmpty()) {
      return api.notCovered(OPERATION);
    }
    Map<String, Object> fields = contact.get();
    fields.put("VerifyCode", claim.code().reveal());
    return api.ask(OPERATION, limiter, fields, CreatePhoneEmail::decode, context);
  }

  static Answer<CodeVerdict> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, CreatePhoneEmail::read);
  }

  private static Answer<CodeVerdict> read(JsonObject response, Reply reply) {
    return TencentApi.carriedOut(response, reply).known(CodeVerdict.ACCEPTED, UNSTATED);
  }
}
