package io.telproof.twilio;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.SimSwap;
import io.telproof.SimSwapCheck;
import io.telproof.SimSwapQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a SIM card was changed, as the package sim_swap of Lookup v2 tells: by the day of the
 * last change where the operator tells it, and else for the one period that the account has. A
 * private beta. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api/sim-swap">SIM Swap</a>
 */
final class SimSwapLookup implements SimSwapCheck {
  static final String OPERATION = "sim_swap";

  /** What it means that there is no such package in the reply. */
  static final CodeTable<SimSwap> SIM_SWAP =
      CodeTable.of(
          documented("null", FREE, "no operator of the number is asked", noValue(Gap.NOT_COVERED)));

  /** What it means that there is nothing in {@code last_sim_swap}. */
  static final CodeTable<SimSwap> LAST_SIM_SWAP =
      CodeTable.of(
          inferred("null", UNSTATED, "the operator does not tell", noValue(Gap.UNDISCLOSED)));

  /** Of the account's own period: what it says of the one asked about has to be worked out. */
  static final CodeTable<SimSwap> SWAPPED_IN_PERIOD =
      CodeTable.of(
          documented("true", CHARGED, "changed within swapped_period", continueReading()),
          documented("false", CHARGED, "not changed within swapped_period", continueReading()));

  static final CodeTable<SimSwap> ERROR_CODE =
      CodeTable.<SimSwap>of(
              documented("60607", FREE, "the country is not supported", noValue(Gap.NOT_COVERED)),
              documented(
                  "60610",
                  FREE,
                  "the number is outside of what the package covers",
                  noValue(Gap.NOT_COVERED)),
              // Billed since 2025-01-21; "do not retry".
              documented("60620", CHARGED, "the answer is not complete", noValue(Gap.UNDISCLOSED)),
              documented("60621", CHARGED, "the operator is not known", continueReading()))
          .and(PackageErrors.rows(UNSTATED));

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;

  SimSwapLookup(TwilioApi twilio) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer());
  }

  static Offer offer() {
    return new Offer(
        CheckType.SIM_SWAP,
        OPERATION,
        TwilioApi.LIMITS,
        "every request of an approved account, but for what is not supported");
  }

  @Override
  public Answer<SimSwap> check(SimSwapQuery query, CallContext context) {
    return twilio.lookUp(
        operation, query.number(), Map.of(), reply -> decode(reply, query.within()), context);
  }

  static Answer<SimSwap> decode(Reply reply, Duration within) {
    return Lookup.open(
        reply,
        OPERATION,
        ERROR_CODE,
        success -> SIM_SWAP.decide("null", success),
        (found, success) -> read(found, within, success));
  }

  private static Answer<SimSwap> read(JsonObject found, Duration within, Reply reply) {
    if (found.lacks("last_sim_swap")) {
      return LAST_SIM_SWAP.decide("null", reply);
    }
    JsonObject last =
        found
            .object("last_sim_swap")
            .orElseThrow(() -> reply.incoherent("has no object last_sim_swap"));
    String swapped = TwilioApi.needed(last, "swapped_in_period", reply);
    return SWAPPED_IN_PERIOD.decide(
        swapped,
        reply,
        coded ->
            last.lacks("last_sim_swap_date")
                ? ofPeriod(swapped.equals("true"), period(last, coded), within, coded)
                : at(date(last, coded), within, coded));
  }

  private static Answer<SimSwap> at(Instant lastSwap, Duration within, Reply reply) {
    boolean swapped = !lastSwap.isBefore(reply.at().minus(within));
    return reply.known(SimSwap.of(swapped).withLastSwap(lastSwap), CHARGED);
  }

  /**
   * Changed within a shorter time is changed within a longer one, and not changed within a longer
   * one is not changed within a shorter one. Of any other time it says nothing.
   */
  private static Answer<SimSwap> ofPeriod(
      boolean swapped, Duration period, Duration within, Reply reply) {
    boolean tells = swapped ? period.compareTo(within) <= 0 : period.compareTo(within) >= 0;
    return tells
        ? reply.known(SimSwap.of(swapped), CHARGED)
        : reply.unknown(Gap.UNDISCLOSED, CHARGED);
  }

  private static Duration period(JsonObject last, Reply reply) {
    try {
      Duration period = Duration.parse(TwilioApi.needed(last, "swapped_period", reply));
      return Optional.of(period)
          .filter(each -> !each.isNegative() && !each.isZero())
          .orElseThrow(() -> reply.incoherent("has a swapped_period of no time"));
    } catch (DateTimeException e) {
      throw reply.incoherent("has a swapped_period that is none");
    }
  }

  private static Instant date(JsonObject last, Reply reply) {
    try {
      return OffsetDateTime.parse(TwilioApi.needed(last, "last_sim_swap_date", reply)).toInstant();
    } catch (DateTimeException e) {
      throw reply.incoherent("has a last_sim_swap_date that is none");
    }
  }
}
