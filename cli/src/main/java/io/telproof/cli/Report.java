package io.telproof.cli;

import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import java.util.Optional;

/** Prints what came of a question. */
interface Report {
  /** The vendor knows. */
  void known(DisplayValue value, Receipt receipt);

  /**
   * The vendor does not know.
   *
   * @param objection why nobody was asked; empty where the vendor was
   */
  void unknown(Gap gap, Receipt receipt, Optional<String> objection);

  /** No answer was got. */
  void failed(Failure failure);
}
