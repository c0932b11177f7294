package io.telproof.twilio;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.ACCOUNT;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.QUOTA;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedWithPause;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Has Twilio make, send and keep a code, by CreateVerification of Verify v2. Asked again while a
 * code is good, it sends the same code. It does not tell how long that is: ten minutes, unless the
 * service is set up otherwise. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/verify/api/verification">Verifications</a>
 */
final class CreateVerification implements CodeDelivery {
  static final String OPERATION = "CreateVerification";

  /** The page says 5 in ten minutes: the first of them can be over soon. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  static final CodeTable<CodeDispatch> CODE =
      CodeTable.<CodeDispatch>of(
              CommonErrors.row("60200", INVALID_REQUEST, "a parameter is malformed"),
              documented(
                  "60203",
                  QUOTA.charge(),
                  "too many codes for this contact; the sixth within ten minutes",
                  failedWithPause(QUOTA, PAUSE)),
              CommonErrors.row("60212", THROTTLED, "too many at once for this contact"),
              documented(
                  "60205",
                  UNSTATED,
                  "a text message cannot reach a landline",
                  noValue(Gap.NOT_COVERED)),
              inferred(
                  "60006",
                  UNSTATED,
                  "the number is not valid, found when it was used",
                  noValue(Gap.NO_SUCH_NUMBER)),
              // The limits that an account has given to its service: nobody knows how long.
              inferred(
                  "60207", QUOTA.charge(), "a rate limit of the service is reached", failed(QUOTA)),
              inferred("60245", QUOTA.charge(), "a messaging limit is reached", failed(QUOTA)),
              configuration("60217", "the service is not set up for it"),
              configuration("60223", "the channel is switched off for the service"),
              configuration("60228", "the template is not there, or not for this channel"),
              configuration("60242", "the channel or the template is not set up for it"),
              configuration("60220", "messages to China want the account to be vetted"),
              configuration("60226", "messages to China want another name of the service"),
              configuration("60250", "messages to Australia want a registration"),
              configuration("575001", "a trial account cannot use Verify"),
              blocked("60238", "Twilio blocked the creation"),
              blocked("60410", "Twilio blocked the delivery, for a country or a prefix"),
              blocked("60412", "Twilio blocked it, to prevent fraudulent sign-ups"),
              blocked("60605", "Twilio blocked the delivery to this country"))
          .and(CommonErrors.rows());

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;
  private final String serviceSid;
  private final Channel channel;
  private final boolean email;

  /**
   * Sends by a service.
   *
   * @param channel how a code reaches a number
   * @param email whether codes are sent to addresses too
   */
  CreateVerification(TwilioApi twilio, String serviceSid, Channel channel, boolean email) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer(email));
    this.serviceSid = serviceSid;
    this.channel = channel;
    this.email = email;
  }

  private static CodeRow<CodeDispatch> configuration(String code, String says) {
    return CommonErrors.row(code, ACCOUNT, says);
  }

  /** Another provider may send it; whether it should, Twilio's reason does not tell. */
  private static CodeRow<CodeDispatch> blocked(String code, String says) {
    return inferred(code, UNSTATED, says, noValue(Gap.UNDISCLOSED));
  }

  static Offer offer(boolean email) {
    Offer offer = new Offer(CheckType.CODE_DELIVERY, OPERATION, TwilioApi.LIMITS, "not stated");
    return email ? offer.withCoverage(Coverage.anyCountry().andAddresses()) : offer;
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    Optional<Map<String, String>> told = told(contact, channel, email);
    return told.isEmpty()
        ? twilio.notCovered(operation)
        : twilio
            .handles()
            .bind(
                contact,
                twilio.verify(
                    operation,
                    serviceSid,
                    "Verifications",
                    told.get(),
                    CreateVerification::decode,
                    context));
  }

  /** What Twilio is told of a contact, and nothing where it is not served. */
  static Optional<Map<String, String>> told(Contact contact, Channel channel, boolean email) {
    if (contact instanceof PhoneNumber number) {
      return Optional.of(told(number.e164(), channel.word()));
    }
    return email
        ? Optional.of(told(((EmailAddress) contact).address(), "email"))
        : Optional.empty();
  }

  private static Map<String, String> told(String to, String word) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("To", to);
    told.put("Channel", word);
    return told;
  }

  static Answer<CodeDispatch> decode(Reply reply) {
    return TwilioApi.open(reply, CODE, CreateVerification::read);
  }

  private static Answer<CodeDispatch> read(JsonObject verification, Reply reply) {
    String sid = TwilioApi.needed(verification, "sid", reply);
    String status = TwilioApi.needed(verification, "status", reply);
    if (!status.equals("pending")) {
      throw reply.coded(status).incoherent("tells of a verification that is not pending");
    }
    return reply.known(new CodeDispatch(Optional.of(sid), Optional.empty()), UNSTATED);
  }
}
