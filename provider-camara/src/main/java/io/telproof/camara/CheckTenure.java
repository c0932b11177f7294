package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Whether a number has been with its operator since a day, as checkTenure of kyc-tenure 0.2.0
 * tells: it answers for a threshold alone. A number that was ported is as old as the port.
 * Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/Tenure/blob/r2.2/code/API_definitions/kyc-tenure.yaml">kyc-tenure.yaml</a>
 */
final class CheckTenure implements TenureCheck {
  static final String OPERATION = "checkTenure";

  /** A hundred years: no number is older, and no operator takes such a day. */
  static final int MOST_MONTHS = 1200;

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<Tenure> codes;
  private final ZoneId zone;
  private final OptionalInt threshold;

  /**
   * Asks an operator.
   *
   * @param zone where the operator's day begins
   * @param threshold of a question that has none
   * @param unknownNumber what it means that the operator does not know the number
   */
  CheckTenure(CamaraApi camara, ZoneId zone, OptionalInt threshold, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "check-tenure", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
    this.zone = zone;
    this.threshold = threshold;
  }

  static CodeTable<Tenure> codes(Gap unknownNumber) {
    return CodeTable.<Tenure>of(
            // The day that is asked about is never in the future.
            documented(
                "OUT_OF_RANGE",
                UNSTATED,
                "the operator does not look back as far as that",
                noValue(Gap.UNDISCLOSED)))
        .and(CommonCodes.rows(unknownNumber));
  }

  /** What the verdict says of a threshold in months. */
  static CodeTable<Tenure> tenureDateCheck(int months) {
    return CodeTable.of(
        documented("true", UNSTATED, "a customer since that day", value(Tenure.from(months))),
        documented(
            "false", UNSTATED, "not a customer since that day", value(Tenure.between(0, months))));
  }

  static Offer offer() {
    return new Offer(CheckType.TENURE, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<Tenure> check(TenureQuery query, CallContext context) {
    int months = months(query);
    Map<String, Object> fields = camara.about(query.number(), Api.KYC_TENURE);
    fields.put("tenureDate", date(months).toString());
    return camara.ask(
        Api.KYC_TENURE,
        operation,
        query.number(),
        fields,
        reply -> decode(reply, months, codes),
        context);
  }

  private int months(TenureQuery query) {
    OptionalInt asked = query.monthsOfInterest().isPresent() ? query.monthsOfInterest() : threshold;
    if (asked.isEmpty()) {
      throw camara.refused(
          OPERATION,
          "this operator tells only whether a number is older than a threshold: ask with months of"
              + " interest, or set months-of-interest");
    }
    if (asked.getAsInt() > MOST_MONTHS) {
      throw camara.refused(
          OPERATION, "the months of interest are at most " + MOST_MONTHS + " for this operator");
    }
    return asked.getAsInt();
  }

  private LocalDate date(int months) {
    return LocalDate.ofInstant(camara.now(), zone).minusMonths(months);
  }

  static Answer<Tenure> decode(Reply reply, int months, CodeTable<Tenure> codes) {
    return CamaraApi.open(reply, codes, (tenure, success) -> read(tenure, months, success));
  }

  private static Answer<Tenure> read(JsonObject tenure, int months, Reply reply) {
    return tenureDateCheck(months)
        .decide(CamaraApi.needed(tenure, "tenureDateCheck", reply), reply);
  }
}
