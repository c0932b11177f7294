package io.telproof.examples.shop;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.client.Telproof;
import java.time.Duration;
import java.util.Optional;

final class LineLookup {
  /** The state of the line, whichever vendor is asked; empty where it does not know. */
  static Optional<LineState> state(Telproof telproof, PhoneNumber number) {
    Answer<PhoneStatus> answer =
        telproof.phoneStatus().check(number, CallContext.within(Duration.ofSeconds(5)));
    return answer instanceof Answer.Known<PhoneStatus> known
        ? Optional.of(known.value().state())
        : Optional.empty();
  }
}
