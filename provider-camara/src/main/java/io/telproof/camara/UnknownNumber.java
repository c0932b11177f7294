package io.telproof.camara;

import io.telproof.Gap;

/** What it means that an operator does not know a number. */
enum UnknownNumber {
  /** It is another operator's: another provider may know it. */
  NOT_COVERED(Gap.NOT_COVERED),
  /** Nobody knows it: an aggregator asks all operators. */
  NO_RECORD(Gap.NO_RECORD);

  private final Gap gap;

  UnknownNumber(Gap gap) {
    this.gap = gap;
  }

  Gap gap() {
    return gap;
  }
}
