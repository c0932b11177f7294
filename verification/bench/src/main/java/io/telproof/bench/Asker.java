package io.telproof.bench;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.client.Telproof;
import java.time.Duration;

/** Asks a check of Telproof, and takes nothing but an answer. Thread-safe. */
final class Asker {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TenureCheck check;

  Asker(Telproof telproof) {
    this(telproof.tenure());
  }

  Asker(TenureCheck check) {
    this.check = check;
  }

  /** Whether the number has been in use for some months, in words. */
  String ask(String number) {
    Answer<Tenure> answer =
        check.check(PhoneNumber.of("+86".concat(number)), CallContext.within(PATIENCE));
    if (answer instanceof Answer.Known<Tenure> known) {
      return known.value().from() > 0 ? "for months" : "perhaps new";
    }
    throw new IllegalStateException("no answer of this bench is unknown");
  }
}
