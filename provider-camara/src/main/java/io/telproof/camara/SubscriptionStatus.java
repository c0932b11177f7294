package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;

/**
 * Whether the operator lets a number call and receive, as subscription-status 0.1.0 tells. What it
 * tells of data is not read: a line without data is in service. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/SubscriptionStatus/blob/r1.2/code/API_definitions/subscription-status.yaml">subscription-status.yaml</a>
 */
final class SubscriptionStatus implements PhoneStatusCheck {
  /** Spelled so. */
  static final String OPERATION = "retriveSubscriptionStatus";

  /** As the definition spells it; its own tests spell it otherwise, and so do operators. */
  static final String PATH = "retrive-subscription-status";

  static final CodeTable<PhoneStatus> VOICE_SMS_IN =
      CodeTable.<PhoneStatus>of(
              documented("active", UNSTATED, "it can be called", continueReading()),
              documented(
                  "suspended",
                  UNSTATED,
                  "it cannot be called",
                  value(PhoneStatus.of(LineState.SUSPENDED))))
          .unlisted(UNSTATED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  static final CodeTable<PhoneStatus> VOICE_SMS_OUT =
      CodeTable.of(
              documented(
                  "active", UNSTATED, "it can call", value(PhoneStatus.of(LineState.ACTIVE))),
              documented(
                  "suspended",
                  UNSTATED,
                  "it cannot call",
                  value(PhoneStatus.of(LineState.SUSPENDED))))
          .unlisted(UNSTATED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<PhoneStatus> codes;

  /**
   * Asks by this path.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  SubscriptionStatus(CamaraApi camara, String path, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, path, camara.limiter(offer()));
    this.codes = codes(unknownNumber);
  }

  static CodeTable<PhoneStatus> codes(Gap unknownNumber) {
    return CodeTable.<PhoneStatus>of().and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.PHONE_STATUS, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    return camara.ask(
        Api.SUBSCRIPTION_STATUS,
        operation,
        number,
        camara.about(number, Api.SUBSCRIPTION_STATUS),
        reply -> decode(reply, codes),
        context);
  }

  static Answer<PhoneStatus> decode(Reply reply, CodeTable<PhoneStatus> codes) {
    return CamaraApi.open(reply, codes, SubscriptionStatus::read);
  }

  private static Answer<PhoneStatus> read(JsonObject status, Reply reply) {
    String in = CamaraApi.needed(status, "voiceSmsIn", reply);
    String out = CamaraApi.needed(status, "voiceSmsOut", reply);
    return VOICE_SMS_IN.decide(in, reply, active -> VOICE_SMS_OUT.decide(out, active));
  }
}
