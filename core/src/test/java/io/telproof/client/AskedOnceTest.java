package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.PhoneNumber;
import io.telproof.Served;
import io.telproof.spi.Capability;
import io.telproof.spi.HandTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A shared question, a kept answer and a ceiling, one inside the other. */
class AskedOnceTest {
  private static final int NUMBERS = 20;
  private static final CallContext PATIENT = CallContext.within(Duration.ofSeconds(100));

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  @Test
  void while_answers_are_kept_a_number_is_paid_for_once_however_many_ask() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      DayBudget budget = new DayBudget(new PerDay(NUMBERS), ZoneOffset.UTC, time);
      AtomicInteger asked = new AtomicInteger();
      Check<PhoneNumber, String> check = chain(budget, asked);
      List<List<Served>> served =
          Together.run(
              32,
              seed,
              random ->
                  random
                      .ints(200, 0, NUMBERS)
                      .mapToObj(which -> PhoneNumber.of("+8613800138" + (100 + which)))
                      .map(number -> check.check(number, PATIENT).receipt().served())
                      .toList());
      assertThat(asked).as("seed %d", seed).hasValue(NUMBERS);
      assertThat(budget.left()).as("seed %d", seed).isZero();
      List<Served> all = served.stream().flatMap(List::stream).toList();
      assertThat(Collections.frequency(all, Served.ASKED)).as("seed %d", seed).isEqualTo(NUMBERS);
    }
  }

  private Check<PhoneNumber, String> chain(DayBudget budget, AtomicInteger asked) {
    Fingerprint fingerprint = Fingerprint.random();
    Check<PhoneNumber, String> vendor =
        (number, context) -> {
          asked.incrementAndGet();
          return new Answer.Known<>("it", Outcomes.receipt(Charge.CHARGED));
        };
    Capability capability = Capability.PHONE_STATUS;
    Check<PhoneNumber, String> bounded = new Ceiling<>(vendor, budget, capability, "main");
    Check<PhoneNumber, String> kept =
        new Kept<>(bounded, capability, fingerprint, Duration.ofMinutes(1), 1000, time);
    return new Coalesced<>(kept, capability, fingerprint, time);
  }
}
