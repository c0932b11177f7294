package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.value;

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
import java.util.Map;

/**
 * Whether the SIM card behind a number was changed within so many hours, as checkSimSwap of
 * sim-swap 2.1.0 tells. A new subscription, a port and a second SIM card are changes too.
 * Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/SimSwap/blob/r3.3/code/API_definitions/sim-swap.yaml">sim-swap.yaml</a>
 */
final class CheckSimSwap implements SimSwapCheck {
  static final String OPERATION = "checkSimSwap";

  static final CodeTable<SimSwap> SWAPPED =
      CodeTable.of(
          documented("true", UNSTATED, "changed within that time", value(SimSwap.of(true))),
          documented("false", UNSTATED, "not changed within that time", value(SimSwap.of(false))));

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<SimSwap> codes;

  /**
   * Asks an operator.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  CheckSimSwap(CamaraApi camara, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "check", camara.limiter(offer()));
    this.codes = SimSwapCodes.of(unknownNumber);
  }

  static Offer offer() {
    return new Offer(CheckType.SIM_SWAP, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<SimSwap> check(SimSwapQuery query, CallContext context) {
    Map<String, Object> fields = camara.about(query.number(), Api.SIM_SWAP);
    fields.put("maxAge", query.within().toHours());
    return camara.ask(
        Api.SIM_SWAP, operation, query.number(), fields, reply -> decode(reply, codes), context);
  }

  static Answer<SimSwap> decode(Reply reply, CodeTable<SimSwap> codes) {
    return CamaraApi.open(reply, codes, CheckSimSwap::read);
  }

  private static Answer<SimSwap> read(JsonObject swap, Reply reply) {
    return SWAPPED.decide(CamaraApi.needed(swap, "swapped", reply), reply);
  }
}
