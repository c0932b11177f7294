package io.telproof.examples.beacon;

import static io.telproof.Charge.CHARGED;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;

/** Sends a code, and gives the handle that it is checked by. */
final class CodeSend implements CodeDelivery {
  static final Offer OFFER =
      new Offer(CheckType.CODE_DELIVERY, "codes/send", RateLimits.perSecond(5), "each code");
  private static final CodeTable<CodeDispatch> CODES =
      CodeTable.<CodeDispatch>of().and(BeaconErrors.rows());

  private final BeaconApi api;
  private final RateLimiter limiter;

  CodeSend(BeaconApi api) {
    this.api = api;
    this.limiter = api.limiter(OFFER);
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    if (!(contact instanceof PhoneNumber number) || !BeaconApi.serves(number)) {
      return api.notCovered(OFFER);
    }
    return api.handles()
        .bind(
            number,
            api.ask(
                OFFER,
                limiter,
                "codes",
                Map.of("phone", number.e164()),
                CODES,
                CodeSend::read,
                context));
  }

  private static Answer<CodeDispatch> read(Reply reply) {
    String handle =
        reply
            .json()
            .flatMap(json -> json.text("handle"))
            .orElseThrow(() -> reply.incoherent("has no handle"));
    return reply.known(new CodeDispatch(Optional.of(handle), Optional.empty()), CHARGED);
  }
}
