package io.telproof.bulk.internal.file;

import io.telproof.Receipt;

/** Why a row is in doubt, what it may have cost and what can be done, for who runs the table. */
final class DoubtReason {
  private DoubtReason() {}

  static String of(Outcome outcome) {
    Receipt receipt = outcome.receipt();
    return switch (receipt.charge()) {
      case FREE ->
          "It asks the same as another row, whose answer is not known. Nothing was sent for it, and"
              + " it cost nothing. It is asked again together with that row.";
      case POSSIBLE -> happened(outcome) + " It may have been charged." + what(receipt);
      case CHARGED -> happened(outcome) + " It was charged." + what(receipt);
      case UNSTATED ->
          happened(outcome) + " The vendor does not say whether it was charged." + what(receipt);
    };
  }

  private static String happened(Outcome outcome) {
    if (!outcome.asked()) {
      return "The run was ended, or its machine went down, before the answer was written.";
    }
    return outcome
        .receipt()
        .vendorCode()
        .map(code -> "The vendor's reply, code " + code + ", does not say what came of it.")
        .orElse("It was sent, and no reply came back that says what came of it.");
  }

  private static String what(Receipt receipt) {
    return " Look for its "
        + (receipt.requestId().isPresent() ? "request id" : "time")
        + " on the vendor's bill; to ask it again (--ask-again-in-doubt) may be charged once more.";
  }
}
