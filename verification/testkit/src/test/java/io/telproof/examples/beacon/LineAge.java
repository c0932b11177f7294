package io.telproof.examples.beacon;

import static io.telproof.Charge.CHARGED;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import java.util.Map;

/** Whether a number has been in use for so many months: yes or no. */
final class LineAge implements TenureCheck {
  static final Offer OFFER =
      new Offer(CheckType.TENURE, "line/age", RateLimits.perSecond(5), "each answer");
  private static final CodeTable<Tenure> CODES = CodeTable.<Tenure>of().and(BeaconErrors.rows());
  private static final int A_YEAR = 12;

  private final BeaconApi api;
  private final RateLimiter limiter;

  LineAge(BeaconApi api) {
    this.api = api;
    this.limiter = api.limiter(OFFER);
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    if (!BeaconApi.serves(query.number())) {
      return api.notCovered(OFFER);
    }
    int months = query.monthsOfInterest().orElse(A_YEAR);
    return api.ask(
        OFFER,
        limiter,
        "line",
        Map.of("phone", query.number().e164(), "months", months),
        CODES,
        reply -> read(reply, months),
        context);
  }

  private static Answer<Tenure> read(Reply reply, int months) {
    String reached = reply.json().flatMap(json -> json.text("reached")).orElse("");
    return switch (reached) {
      case "true" -> reply.known(Tenure.from(months), CHARGED);
      case "false" -> reply.known(Tenure.between(0, months), CHARGED);
      default -> throw reply.incoherent("does not say whether it is reached");
    };
  }
}
