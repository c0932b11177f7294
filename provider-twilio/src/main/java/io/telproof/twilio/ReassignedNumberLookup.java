package io.telproof.twilio;

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
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Whether a number of the United States was given to somebody else, as the package
 * reassigned_number of Lookup v2 tells. What is billed was not found on a page. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api/reassigned-number">Reassigned Number</a>
 */
final class ReassignedNumberLookup implements RecycledNumberCheck {
  static final String OPERATION = "reassigned_number";

  /** With its neighbours, for which Twilio answers that it has nothing. */
  private static final Coverage NORTH_AMERICA = Coverage.callingCode(1);

  /** Where a day begins first among those that have this calling code. */
  private static final ZoneId GUAM = ZoneId.of("Pacific/Guam");

  static final CodeTable<Recycling> IS_NUMBER_REASSIGNED =
      CodeTable.of(
          documented("yes", UNSTATED, "it was reassigned", value(Recycling.RECYCLED)),
          documented("no", UNSTATED, "it was not", value(Recycling.SAME_HOLDER)),
          documented("no_data_available", UNSTATED, "nothing is known", noValue(Gap.NO_RECORD)));

  static final CodeTable<Recycling> ERROR_CODE =
      CodeTable.<Recycling>of().and(PackageErrors.rows(UNSTATED));

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;

  ReassignedNumberLookup(TwilioApi twilio) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer());
  }

  static Offer offer() {
    return new Offer(CheckType.RECYCLED_NUMBER, OPERATION, TwilioApi.LIMITS, "not stated")
        .withCoverage(NORTH_AMERICA);
  }

  @Override
  public Answer<Recycling> check(RecycledQuery query, CallContext context) {
    if (!NORTH_AMERICA.serves(query.number())) {
      return twilio.notCovered(operation);
    }
    if (query.heldSince().isAfter(LocalDate.ofInstant(twilio.now(), GUAM))) {
      throw twilio.refused(
          operation, "the day since which the number was held is still to come in " + GUAM);
    }
    return twilio.lookUp(
        operation,
        query.number(),
        Map.of("LastVerifiedDate", DateTimeFormatter.BASIC_ISO_DATE.format(query.heldSince())),
        ReassignedNumberLookup::decode,
        context);
  }

  static Answer<Recycling> decode(Reply reply) {
    return Lookup.open(reply, OPERATION, ERROR_CODE, ReassignedNumberLookup::read);
  }

  private static Answer<Recycling> read(JsonObject found, Reply reply) {
    return IS_NUMBER_REASSIGNED.decide(
        TwilioApi.needed(found, "is_number_reassigned", reply), reply);
  }
}
