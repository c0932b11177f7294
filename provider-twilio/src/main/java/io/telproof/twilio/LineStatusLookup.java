package io.telproof.twilio;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
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
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a number is in service, as the package line_status of Lookup v2 tells. A public beta
 * since 2026-07-13. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api/line-status">Line Status</a>
 */
final class LineStatusLookup implements PhoneStatusCheck {
  static final String OPERATION = "line_status";

  /** In small letters: the page writes them with a capital, and the API description without. */
  static final CodeTable<PhoneStatus> STATUS =
      CodeTable.<PhoneStatus>of(
              documented("active", CHARGED, "valid and active", state(LineState.ACTIVE)),
              documented(
                  "reachable", CHARGED, "the phone is connected now", state(LineState.ACTIVE)),
              documented(
                  "unreachable",
                  CHARGED,
                  "active, but switched off or out of reach",
                  state(LineState.UNREACHABLE)),
              // The page says of it "not assigned, or invalid": which of them is not told.
              inferred(
                  "inactive", CHARGED, "not assigned to a subscriber", state(LineState.VACANT)),
              documented(
                  "unknown",
                  CHARGED,
                  "the operator could not be asked, or did not tell",
                  noValue(Gap.UNDISCLOSED)))
          .unlisted(CHARGED, "a state that no page lists", noValue(Gap.UNDISCLOSED));

  static final CodeTable<PhoneStatus> ERROR_CODE =
      CodeTable.<PhoneStatus>of(
              // The title is all that there is.
              inferred("60625", FREE, "the number is cancelled", state(LineState.CANCELLED)))
          .and(PackageErrors.rows(FREE));

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;

  LineStatusLookup(TwilioApi twilio) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer());
  }

  private static Meaning<PhoneStatus> state(LineState state) {
    return value(PhoneStatus.of(state));
  }

  static Offer offer() {
    return new Offer(
        CheckType.PHONE_STATUS,
        OPERATION,
        TwilioApi.LIMITS,
        "every reply of HTTP 200 without an error_code");
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    return twilio.lookUp(operation, number, Map.of(), LineStatusLookup::decode, context);
  }

  static Answer<PhoneStatus> decode(Reply reply) {
    return Lookup.open(reply, OPERATION, ERROR_CODE, LineStatusLookup::read);
  }

  private static Answer<PhoneStatus> read(JsonObject line, Reply reply) {
    return STATUS.decide(TwilioApi.needed(line, "status", reply).toLowerCase(Locale.ROOT), reply);
  }
}
