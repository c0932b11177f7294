package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.RecycledNumberCheck;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Map;

/** Whether a number has changed hands since a day. */
final class HolderChange implements RecycledNumberCheck, Operation<Recycling> {
  private static final CodeTable<Recycling> CODES =
      CodeTable.<Recycling>of(
              documented("ok", CHARGED, "data.holder tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final CodeTable<Recycling> HOLDERS =
      CodeTable.of(
          documented("same", CHARGED, "as on that day", Meaning.value(Recycling.SAME_HOLDER)),
          documented("other", CHARGED, "another since then", Meaning.value(Recycling.RECYCLED)));

  private final AcmeApi api;

  HolderChange(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<Recycling> check(RecycledQuery query, CallContext context) {
    return api.ask(this, query.number(), Map.of("day", query.heldSince().toString()), context);
  }

  @Override
  public Answer<Recycling> read(JsonObject data, Reply ok) {
    return HOLDERS.decide(
        data.text("holder").orElseThrow(() -> ok.incoherent("is billed but has no holder")), ok);
  }

  @Override
  public String name() {
    return "holder-change";
  }

  @Override
  public CheckType check() {
    return CheckType.RECYCLED_NUMBER;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<Recycling> codes() {
    return CODES;
  }
}
