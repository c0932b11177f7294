package io.telproof.cli;

import io.telproof.Carrier;

/** A carrier behind an answer, for people. */
final class CarrierWords {
  private CarrierWords() {}

  /** Nothing where the vendor does not tell it: most never do. */
  static String of(Carrier carrier) {
    return carrier.equals(Carrier.UNKNOWN) ? "" : ", carrier " + carrier.name();
  }
}
