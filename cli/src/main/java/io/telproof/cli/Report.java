package io.telproof.cli;

import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;

/** Prints what came of a question. */
interface Report {
  /** The vendor knows. */
  void known(DisplayValue value, Receipt receipt);

  /** The vendor does not know. */
  void unknown(Gap gap, Receipt receipt);

  /** No answer was got. */
  void failed(Failure failure);
}
