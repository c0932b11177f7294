package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Map;

/** Whether a number is in service. */
final class LineStatus implements PhoneStatusCheck, Operation<PhoneStatus> {
  private static final CodeTable<PhoneStatus> CODES =
      CodeTable.<PhoneStatus>of(
              documented("ok", CHARGED, "data.state tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  static final CodeTable<LineState> STATES =
      CodeTable.of(
              documented("on", CHARGED, "in service", Meaning.value(LineState.ACTIVE)),
              documented(
                  "away", CHARGED, "cannot be reached", Meaning.value(LineState.UNREACHABLE)),
              documented("barred", CHARGED, "barred", Meaning.value(LineState.SUSPENDED)),
              documented(
                  "new", CHARGED, "not switched on yet", Meaning.value(LineState.NOT_ACTIVATED)),
              documented(
                  "off", CHARGED, "not on the network", Meaning.value(LineState.OFF_NETWORK)),
              documented("ended", CHARGED, "given up", Meaning.value(LineState.CANCELLED)),
              documented("free", CHARGED, "nobody's", Meaning.value(LineState.VACANT)))
          .unlisted(CHARGED, "a state that no page lists", Meaning.noValue(Gap.UNDISCLOSED));

  private final AcmeApi api;

  LineStatus(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    return api.ask(this, number, Map.of(), context);
  }

  @Override
  public Answer<PhoneStatus> read(JsonObject data, Reply ok) {
    Answer<LineState> state =
        STATES.decide(
            data.text("state").orElseThrow(() -> ok.incoherent("is billed but has no state")), ok);
    if (state instanceof Answer.Unknown<LineState> unknown) {
      return new Answer.Unknown<>(unknown.gap(), unknown.receipt());
    }
    Answer.Known<LineState> known = (Answer.Known<LineState>) state;
    Carrier carrier = data.lacks("carrier") ? Carrier.UNKNOWN : Carrier.CHINA_MOBILE;
    return new Answer.Known<>(new PhoneStatus(known.value(), carrier), known.receipt());
  }

  @Override
  public String name() {
    return "line-status";
  }

  @Override
  public CheckType check() {
    return CheckType.PHONE_STATUS;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<PhoneStatus> codes() {
    return CODES;
  }
}
