package io.telproof.examples.shop;

import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

final class ChargeCount {
  /** What an answer cost, with the attempts before it. */
  static Map<Charge, Integer> of(Receipt receipt) {
    return count(receipt.charge(), receipt.earlier());
  }

  /** What a failure cost, with the attempts before it. */
  static Map<Charge, Integer> of(VerificationException failure) {
    return count(failure.charge(), failure.earlier());
  }

  private static Map<Charge, Integer> count(Charge last, List<Attempt> earlier) {
    Map<Charge, Integer> counts = new EnumMap<>(Charge.class);
    counts.merge(last, 1, Integer::sum);
    earlier.forEach(attempt -> counts.merge(attempt.charge(), 1, Integer::sum));
    return counts;
  }
}
