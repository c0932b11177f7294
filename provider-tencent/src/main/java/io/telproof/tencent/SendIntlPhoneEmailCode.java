package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
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
 * Sends a code, as SendIntlPhoneEmailCode of domain 2018-08-08 does. It belongs to the registration
 * of domain names: the code is for a contact of the caller's own account. Every call sends another
 * message. The vendor tells neither a handle nor until when the code can be used. Thread-safe.
 *
 * @see <a href="https://tencentcloud.com/document/api/242/54231">SendIntlPhoneEmailCode</a>
 */
final class SendIntlPhoneEmailCode implements CodeDelivery {
  static final String OPERATION = "SendIntlPhoneEmailCode";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<CodeDispatch> ERROR =
      CodeTable.<CodeDispatch>of(
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
              inferred(
                  "InternalError.SendVerifyCodeErr",
                  POSSIBLE,
                  "sending failed; whether before or after the message left is not said",
                  failed(FailureKind.INDETERMINATE)),
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

  private static final CodeDispatch SENT = new CodeDispatch(Optional.empty(), Optional.empty());

  private final TencentApi api;
  private final RateLimiter limiter;

  SendIntlPhoneEmailCode(TencentApi api) {
    this.api = api;
    this.limiter = api.limiter(offer());
  }

  static Offer offer() {
    return new Offer(CheckType.CODE_DELIVERY, OPERATION, LIMITS, TencentApi.NO_PRICE)
        .withCoverage(TencentApi.MAINLAND.andAddresses())
        .withRestriction(TencentApi.CODES_FOR_OWNER);
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    Optional<Map<String, Object>> fields = ContactType.fields(contact);
    return fields.isEmpty()
        ? api.notCovered(OPERATION)
        : api.ask(OPERATION, limiter, fields.get(), SendIntlPhoneEmailCode::decode, context);
  }

  static Answer<CodeDispatch> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, SendIntlPhoneEmailCode::read);
  }

  private static Answer<CodeDispatch> read(JsonObject response, Reply reply) {
    return TencentApi.carriedOut(response, reply).known(SENT, UNSTATED);
  }
}
