package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
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
 * Checks a code, as CreateIntlPhoneEmail of domain 2018-08-08 does. What it really does is to
 * register a verified contact with the caller's own account, for the registration of domain names;
 * a contact that is registered already is answered so, whatever the code. Thread-safe.
 *
 * @see <a href="https://tencentcloud.com/document/api/242/54241">CreateIntlPhoneEmail</a>
 */
final class CreateIntlPhoneEmail implements CodeVerification {
  static final String OPERATION = "CreateIntlPhoneEmail";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<CodeVerdict> ERROR =
      CodeTable.<CodeVerdict>of(
              inferred(
                  "InternalError.AddPhoneEmailErr",
                  POSSIBLE,
                  "adding failed; the code may be used up",
                  failed(FailureKind.INDETERMINATE)),
              inferred(
                  "InternalError.CheckVerifyCodeErr",
                  POSSIBLE,
                  "checking failed; the code may be used up",
                  failed(FailureKind.INDETERMINATE)),
              documented(
                  "InternalError.ForbiddenRequest",
                  FREE,
                  "forbidden",
                  failed(FailureKind.UNAUTHORIZED)),
              // Its text does not say whether the work was done before it failed to be written
              // down.
              inferred(
                  "InternalError.JsonMarshal",
                  POSSIBLE,
                  "the reply could not be written",
                  failed(FailureKind.INDETERMINATE)),
              documented(
                  "InternalError.MethodNotMatch",
                  FREE,
                  "no such method",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InternalError.NeedLogin",
                  FREE,
                  "not logged in",
                  failed(FailureKind.UNAUTHORIZED)),
              documented(
                  "InternalError.ReadBodyError",
                  FREE,
                  "the request could not be read",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "InternalError.VerifiedPhoneEmailErr",
                  UNSTATED,
                  "verified already",
                  value(CodeVerdict.ALREADY_VERIFIED)),
              // A wrong code, although its name says internal error.
              documented(
                  "InternalError.VerifyCodeErr",
                  UNSTATED,
                  "the code is wrong",
                  value(CodeVerdict.REJECTED)),
              documented(
                  "InvalidParameterValue.InvalidParameterFormat",
                  FREE,
                  "a parameter is malformed",
                  failed(FailureKind.INVALID_REQUEST)),
              documented(
                  "MissingParameter.ActionNotFound",
                  FREE,
                  "the action is missing",
                  failed(FailureKind.INVALID_REQUEST)))
          .and(CommonErrors.rows());

  private final TencentApi api;
  private final RateLimiter limiter;

  CreateIntlPhoneEmail(TencentApi api) {
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
    return api.ask(OPERATION, limiter, fields, CreateIntlPhoneEmail::decode, context);
  }

  static Answer<CodeVerdict> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, CreateIntlPhoneEmail::read);
  }

  private static Answer<CodeVerdict> read(JsonObject response, Reply reply) {
    return TencentApi.carriedOut(response, reply).known(CodeVerdict.ACCEPTED, UNSTATED);
  }
}
