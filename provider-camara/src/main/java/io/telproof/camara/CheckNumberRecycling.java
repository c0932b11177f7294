package io.telproof.camara;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.RecycledNumberCheck;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Whether a number has another subscriber than on a day, as checkNumberRecycling of
 * number-recycling 0.2.0 tells. A day on which nobody had the number is one before a change.
 * Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/NumberRecycling/blob/r2.2/code/API_definitions/number-recycling.yaml">number-recycling.yaml</a>
 */
final class CheckNumberRecycling implements RecycledNumberCheck {
  static final String OPERATION = "checkNumberRecycling";

  static final CodeTable<Recycling> PHONE_NUMBER_RECYCLED =
      CodeTable.of(
          documented(
              "true", UNSTATED, "another subscriber than on that day", value(Recycling.RECYCLED)),
          documented(
              "false",
              UNSTATED,
              "the same subscriber as on that day",
              value(Recycling.SAME_HOLDER)));

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<Recycling> codes;
  private final ZoneId zone;

  /**
   * Asks an operator.
   *
   * @param zone where the operator's day begins
   * @param unknownNumber what it means that the operator does not know the number
   */
  CheckNumberRecycling(CamaraApi camara, ZoneId zone, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "check", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
    this.zone = zone;
  }

  static CodeTable<Recycling> codes(Gap unknownNumber) {
    return CodeTable.<Recycling>of(
            // The day that is asked about is never in the future.
            documented(
                "OUT_OF_RANGE",
                FREE,
                "the operator does not look back as far as that",
                noValue(Gap.UNDISCLOSED)))
        .and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.RECYCLED_NUMBER, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<Recycling> check(RecycledQuery query, CallContext context) {
    if (query.heldSince().isAfter(LocalDate.ofInstant(camara.now(), zone))) {
      throw camara.refused(
          OPERATION, "the day since which the number was held is still to come in " + zone);
    }
    Map<String, Object> fields = camara.about(query.number(), Api.NUMBER_RECYCLING);
    fields.put("specifiedDate", query.heldSince().toString());
    return camara.ask(
        Api.NUMBER_RECYCLING,
        operation,
        query.number(),
        fields,
        reply -> decode(reply, codes),
        context);
  }

  static Answer<Recycling> decode(Reply reply, CodeTable<Recycling> codes) {
    return CamaraApi.open(reply, codes, CheckNumberRecycling::read);
  }

  private static Answer<Recycling> read(JsonObject recycling, Reply reply) {
    return PHONE_NUMBER_RECYCLED.decide(
        CamaraApi.needed(recycling, "phoneNumberRecycled", reply), reply);
  }
}
