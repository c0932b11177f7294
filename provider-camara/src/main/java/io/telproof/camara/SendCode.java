package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.QUOTA;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.failedWithPause;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Has the operator make and send a code, by sendCode of one-time-password-sms 1.1.1. It does not
 * tell how long the code can be used. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/OTPValidation/blob/r3.2/code/API_definitions/one-time-password-sms.yaml">one-time-password-sms.yaml</a>
 */
final class SendCode implements CodeDelivery {
  static final String OPERATION = "sendCode";

  /** What the operator puts the code in the place of. */
  static final String PLACE = "{{code}}";

  /** The page says "later" alone: so the number is asked again soon, and refused for nothing. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<CodeDispatch> codes;
  private final String message;

  /**
   * Sends this message.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  SendCode(CamaraApi camara, String message, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "send-code", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
    this.message = message;
  }

  static CodeTable<CodeDispatch> codes(Gap unknownNumber) {
    return CodeTable.<CodeDispatch>of(
            documented(
                "ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED",
                QUOTA.charge(),
                "too many codes for this number; later",
                failedWithPause(QUOTA, PAUSE)),
            documented(
                "ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED",
                UNSTATED,
                "the number cannot get messages: it is a fixed line, or suspected of fraud",
                noValue(Gap.NOT_COVERED)),
            documented(
                "ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_BLOCKED",
                UNSTATED,
                "the number is blocked",
                noValue(Gap.UNDISCLOSED)),
            documented(
                "NOT_FOUND", UNSTATED, "the number is not this operator's", noValue(unknownNumber)))
        .and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.CODE_DELIVERY, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    if (!(contact instanceof PhoneNumber number)) {
      return camara.notCovered(OPERATION);
    }
    Map<String, Object> fields = camara.about(number, Api.ONE_TIME_PASSWORD_SMS);
    fields.put("message", message);
    return camara
        .handles()
        .bind(
            number,
            camara.ask(
                Api.ONE_TIME_PASSWORD_SMS,
                operation,
                number,
                fields,
                reply -> decode(reply, codes),
                context));
  }

  static Answer<CodeDispatch> decode(Reply reply, CodeTable<CodeDispatch> codes) {
    return CamaraApi.open(reply, codes, SendCode::read);
  }

  private static Answer<CodeDispatch> read(JsonObject sent, Reply reply) {
    String id = CamaraApi.needed(sent, "authenticationId", reply);
    return reply.known(new CodeDispatch(Optional.of(id), Optional.empty()), UNSTATED);
  }
}
