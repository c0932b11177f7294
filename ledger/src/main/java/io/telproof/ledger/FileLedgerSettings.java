package io.telproof.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * Where the files are.
 *
 * @param directory of one process alone; it is made where it is missing
 * @param rotateAt how large a file grows before the next one is begun: 64 KiB to 1 GiB, 64 MiB
 *     unless said
 * @param survives what an intent outlives once its question is sent; the loss of power unless said
 */
record FileLedgerSettings(
    LedgerDirectory directory, Optional<SegmentSize> rotateAt, Optional<Survival> survives) {
  /** What is in force unless said, as it would be written. */
  static final Map<String, String> DEFAULTS =
      Map.of("rotate-at", SegmentSize.USUAL.toString(), "survives", "power-loss");

  long segmentBytes() {
    return rotateAt.orElse(SegmentSize.USUAL).bytes();
  }

  Survival survival() {
    return survives.orElse(Survival.POWER_LOSS);
  }
}
