package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.OptionalInt;

/** For how long a number has been in use. */
final class LineAge implements TenureCheck, Operation<Tenure> {
  private static final CodeTable<Tenure> CODES =
      CodeTable.<Tenure>of(
              documented("ok", CHARGED, "data.from and data.below tell", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private final AcmeApi api;

  LineAge(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    return api.ask(this, query.number(), Map.of(), context);
  }

  @Override
  public Answer<Tenure> read(JsonObject data, Reply ok) {
    int from = months(data, "from", ok);
    OptionalInt below =
        data.lacks("below") ? OptionalInt.empty() : OptionalInt.of(months(data, "below", ok));
    return ok.known(new Tenure(from, below), CHARGED);
  }

  private static int months(JsonObject data, String field, Reply ok) {
    return data.text(field)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .orElseThrow(
            () ->
                ok.failed(FailureKind.PROTOCOL, CHARGED, "the reply is billed but has no months"));
  }

  @Override
  public String name() {
    return "line-age";
  }

  @Override
  public CheckType check() {
    return CheckType.TENURE;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<Tenure> codes() {
    return CODES;
  }
}
