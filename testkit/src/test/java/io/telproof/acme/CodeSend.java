package io.telproof.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.Row.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Meaning;
import io.telproof.spi.Reply;
import java.time.Instant;
import java.util.Map;

/** Sends a code, to numbers alone. */
final class CodeSend implements CodeDelivery, Operation<CodeDispatch> {
  private static final CodeTable<CodeDispatch> CODES =
      CodeTable.<CodeDispatch>of(
              documented("ok", CHARGED, "data.handle and data.until tell", Meaning.readOn()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.lacks(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.lacks(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.lacks(Gap.UNDISCLOSED)))
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
  public Limit limit() {
    return Limit.perSecond(5);
  }

  @Override
  public CodeTable<CodeDispatch> codes() {
    return CODES;
  }
}
