package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;

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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When the SIM card behind a number was changed last, as retrieveSimSwapDate of sim-swap 2.1.0
 * tells; whether that is within the time asked about is found here. A new subscription, a port and
 * a second SIM card are changes too, and of a SIM card that was never changed it tells when it was
 * first used. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/SimSwap/blob/r3.3/code/API_definitions/sim-swap.yaml">sim-swap.yaml</a>
 */
final class RetrieveSimSwapDate implements SimSwapCheck {
  static final String OPERATION = "retrieveSimSwapDate";

  private static final String DATE = "latestSimChange";

  /**
   * RFC 3339 with a time zone; the page's own pattern for it has an offset without a colon in Java.
   */
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<SimSwap> codes;

  /**
   * Asks an operator.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  RetrieveSimSwapDate(CamaraApi camara, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "retrieve-date", camara.limiter(offer()));
    this.codes = SimSwapCodes.of(unknownNumber);
  }

  static Offer offer() {
    return new Offer(CheckType.SIM_SWAP, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<SimSwap> check(SimSwapQuery query, CallContext context) {
    return camara.ask(
        Api.SIM_SWAP,
        operation,
        query.number(),
        camara.about(query.number(), Api.SIM_SWAP),
        reply -> decode(reply, query.within(), codes),
        context);
  }

  static Answer<SimSwap> decode(Reply reply, Duration within, CodeTable<SimSwap> codes) {
    return CamaraApi.open(reply, codes, (swap, success) -> read(swap, within, success));
  }

  private static Answer<SimSwap> read(JsonObject swap, Duration within, Reply reply) {
    if (swap.isNull(DATE)) {
      return withoutDate(swap, within, reply);
    }
    Instant at = instant(CamaraApi.needed(swap, DATE, reply), reply);
    boolean swapped = !at.isBefore(reply.at().minus(within));
    return reply.known(SimSwap.of(swapped).withLastSwap(at), UNSTATED);
  }

  /**
   * An operator that keeps what happened for so many days says null where nothing did; without the
   * days, null is also a number without a SIM card, or one of which it may not tell.
   */
  private static Answer<SimSwap> withoutDate(JsonObject swap, Duration within, Reply reply) {
    Optional<Duration> monitored =
        swap.text("monitoredPeriod")
            .filter(DAYS.asMatchPredicate())
            .map(days -> Duration.ofDays(Integer.parseInt(days)));
    return monitored.filter(period -> period.compareTo(within) >= 0).isPresent()
        ? reply.known(SimSwap.of(false), UNSTATED)
        : reply.unknown(Gap.UNDISCLOSED, UNSTATED);
  }

  private static Instant instant(String text, Reply reply) {
    try {
      return DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw reply.incoherent("has a " + DATE + " that is no time with a zone");
    }
  }
}
