package io.telproof.examples.beacon;

import static io.telproof.Charge.CHARGED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.status;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import java.util.Map;
import java.util.Optional;

/** Whether a code is the one that was sent. Beacon knows it by its handle, and not by a number. */
final class CodeCheck implements CodeVerification {
  private static final CodeTable<CodeVerdict> CODES =
      CodeTable.of(
              status(204, CHARGED, "it is the code", Meaning.value(CodeVerdict.ACCEPTED)),
              documented("WRONG_CODE", CHARGED, "it is not", Meaning.value(CodeVerdict.REJECTED)),
              documented("OLD_CODE", CHARGED, "too old", Meaning.value(CodeVerdict.EXPIRED)),
              documented(
                  "SPENT", CHARGED, "too often", Meaning.value(CodeVerdict.ATTEMPTS_EXHAUSTED)))
          .and(BeaconErrors.rows());

  private final BeaconApi api;
  private final Offer offer;
  private final RateLimiter limiter;

  CodeCheck(BeaconApi api) {
    this.api = api;
    // The page has no limit for this operation alone.
    this.offer = new Offer(CheckType.CODE_VERIFICATION, "codes/check", api.together(), "each code");
    this.limiter = api.limiter(offer);
  }

  Offer offer() {
    return offer;
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    if (!(claim.contact() instanceof PhoneNumber number) || !BeaconApi.serves(number)) {
      return api.notCovered(offer);
    }
    return api.handles().open(claim, offer.operation(), handle -> ask(claim, handle, context));
  }

  private Answer<CodeVerdict> ask(CodeClaim claim, Optional<String> handle, CallContext context) {
    if (handle.isEmpty()) {
      throw api.refused(offer, "Beacon knows a code by its handle alone, and the claim has none");
    }
    return api.ask(
        offer,
        limiter,
        "codes",
        Map.of("handle", handle.get(), "code", claim.code().reveal()),
        CODES,
        reply -> {
          throw reply.incoherent("has a body where none is described");
        },
        context);
  }
}
