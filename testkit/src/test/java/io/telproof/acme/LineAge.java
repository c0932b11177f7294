package io.telproof.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.Row.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Meaning;
import io.telproof.spi.Reply;
import java.util.Map;
import java.util.OptionalInt;

/** For how long a number has been in use. */
final class LineAge implements TenureCheck, Operation<Tenure> {
  private static final CodeTable<Tenure> CODES =
      CodeTable.<Tenure>of(
              documented("ok", CHARGED, "data.from and data.below tell", Meaning.readOn()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.lacks(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.lacks(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.lacks(Gap.UNDISCLOSED)))
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
            () -> ok.failed(Kind.PROTOCOL, CHARGED, "the reply is billed but has no months"));
  }

  @Override
  public String name() {
    return "line-age";
  }

  @Override
  public Limit limit() {
    return Limit.perSecond(5);
  }

  @Override
  public CodeTable<Tenure> codes() {
    return CODES;
  }
}
