package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import java.util.Map;

/** Sends a code, to numbers alone. */
final class CodeSend implements CodeDelivery, Operation<CodeDispatch> {
  private static final CodeTable<CodeDispatch> CODES =
      CodeTable.<CodeDispatch>of(
              documented(
                  "ok", CHARGED, "data.handle and data.until tell", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private final AcmeApi api;

  CodeSend(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    return contact instanceof PhoneNumber number
        ? api.bind(number, api.ask(this, number, Map.of(), context))
        : api.notCovered(this);
  }

  @Override
  public Answer<CodeDispatch> read(JsonObject data, Reply ok) {
    return ok.known(
        new CodeDispatch(
            data.text("handle"), data.text("until").map(Long::valueOf).map(Instant::ofEpochSecond)),
        CHARGED);
  }

  @Override
  public String name() {
    return "code-send";
  }

  @Override
  public CheckType check() {
    return CheckType.CODE_DELIVERY;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<CodeDispatch> codes() {
    return CODES;
  }
}
