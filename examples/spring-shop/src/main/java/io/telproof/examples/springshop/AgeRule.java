package io.telproof.examples.springshop;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Certainty;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import org.springframework.stereotype.Service;

/** A number that was given out lately may be another person's again tomorrow. */
@Service
final class AgeRule {
  private final TenureCheck tenure;

  AgeRule(TenureCheck tenure) {
    this.tenure = tenure;
  }

  boolean admits(PhoneNumber number, CallContext context) {
    return tenure.check(number, context) instanceof Answer.Known<Tenure> known
        && known.value().atLeast(6) == Certainty.YES;
  }
}
