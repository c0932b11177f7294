package io.telproof.client.internal.pipeline;

import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.util.List;

/** Whether a question certainly cost nothing, the attempts before its outcome included. */
final class Bill {
  private Bill() {}

  static boolean isFree(Receipt receipt) {
    return isFree(receipt.charge(), receipt.earlier());
  }

  static boolean isFree(VerificationException failure) {
    return isFree(failure.charge(), failure.earlier());
  }

  private static boolean isFree(Charge last, List<Attempt> earlier) {
    return last == Charge.FREE
        && earlier.stream().allMatch(attempt -> attempt.charge() == Charge.FREE);
  }
}
