package io.telproof.camara;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Gap;
import io.telproof.SimSwap;
import io.telproof.spi.reply.CodeTable;

/** The refusals of both operations of sim-swap 2.1.0. */
final class SimSwapCodes {
  private SimSwapCodes() {}

  /**
   * The page.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  static CodeTable<SimSwap> of(Gap unknownNumber) {
    return CodeTable.<SimSwap>of(
            // The hours are within what the definition allows.
            documented(
                "OUT_OF_RANGE",
                FREE,
                "the operator does not look back as far as that",
                noValue(Gap.UNDISCLOSED)),
            // The page has it beside IDENTIFIER_NOT_FOUND, and does not say of what.
            inferred("NOT_FOUND", UNSTATED, "there is no such number", noValue(unknownNumber)))
        .and(CommonCodes.rows(unknownNumber));
  }
}
