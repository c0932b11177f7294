package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.SimSwap;
import io.telproof.SimSwapCheck;
import io.telproof.SimSwapQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether the SIM card behind a number was changed. */
final class SimChange implements SimSwapCheck, Operation<SimSwap> {
  private static final CodeTable<SimSwap> CODES =
      CodeTable.<SimSwap>of(
              documented("ok", CHARGED, "data.changed tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final CodeTable<SimSwap> CHANGED =
      CodeTable.of(
          documented("yes", CHARGED, "within the hours", Meaning.value(SimSwap.of(true))),
          documented("no", CHARGED, "not within the hours", Meaning.value(SimSwap.of(false))));

  private final AcmeApi api;

  SimChange(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<SimSwap> check(SimSwapQuery query, CallContext context) {
    Map<String, String> hours = Map.of("hours", Long.toString(query.within().toHours()));
    return api.ask(this, query.number(), hours, context);
  }

  @Override
  public Answer<SimSwap> read(JsonObject data, Reply ok) {
    Answer<SimSwap> answer =
        CHANGED.decide(
            data.text("changed").orElseThrow(() -> ok.incoherent("is billed but has no verdict")),
            ok);
    Optional<Instant> at =
        data.text("at")
            .filter(text -> text.matches("[0-9]{1,11}"))
            .map(Long::valueOf)
            .map(Instant::ofEpochSecond);
    return answer instanceof Answer.Known<SimSwap> known && at.isPresent()
        ? new Answer.Known<>(known.value().withLastSwap(at.get()), known.receipt())
        : answer;
  }

  @Override
  public String name() {
    return "sim-change";
  }

  @Override
  public CheckType check() {
    return CheckType.SIM_SWAP;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<SimSwap> codes() {
    return CODES;
  }
}
