package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
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
 * Sends a code, as SendPhoneEmailCode of domain 2018-08-08 does in the mainland. It belongs to the
 * registration of domain names: the code is for a contact of the caller's own account. Every call
 * sends another message. The vendor tells neither a handle nor until when the code can be used.
 * Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/product/242">the product domain</a>
 */
final class SendPhoneEmailCode implements CodeDelivery {
  static final String OPERATION = "SendPhoneEmailCode";
  static final RateLimits LIMITS = RateLimits.perSecond(20);

  static final CodeTable<CodeDispatch> ERROR =
      CodeTable.<CodeDispatch>of(
              documented(
                  "FailedOperation.ProhibitPhoneEmail",
                  FREE,
                  "no code may be sent to this contact",
                  failed(FailureKind.INVALID_REQUEST)),
              // In the words of the vendor's SDKs, 3.1.155; its name alone tells of a failed
              // sending.
              documented(
                  "FailedOperation.SendTcbPhoneEmailCodeFailed",
                  FREE,
                  "an account of CloudBase, which may not verify contacts",
                  failed(FailureKind.ACCOUNT)),
              // In the words of the same: try again later, and not a word of when.
              documented(
                  "FailedOperation.SendVerifyCodeIsLimited",
                  FREE,
                  "codes are sent to this contact too often; which cap was met is not told, so that"
                      + " the wait is not known",
                  failed(FailureKind.QUOTA)),
              documented(
                  "FailedOperation.VerifyUinIsRealname",
                  FREE,
                  "the account's holder is not verified",
                  failed(FailureKind.ACCOUNT)),
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
                  "LimitExceeded.RequestLimit",
                  FREE,
                  "too many requests",
                  failed(FailureKind.THROTTLED)))
          .and(CommonErrors.rows());

  private static final CodeDispatch SENT = new CodeDispatch(Optional.empty(), Optional.empty());

  private final TencentApi api;
  private final RateLimiter limiter;

  SendPhoneEmailCode(TencentApi api) {
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
        : api.ask(OPERATION, limiter, fields.get(), SendPhoneEmailCode::decode, context);
  }

  static Answer<CodeDispatch> decode(Reply reply) {
    return TencentApi.open(reply, ERROR, SendPhoneEmailCode::read);
  }

  private static Answer<CodeDispatch> read(JsonObject response, Reply reply) {
    return TencentApi.carriedOut(response, reply).known(SENT, UNSTATED);
  }
}
