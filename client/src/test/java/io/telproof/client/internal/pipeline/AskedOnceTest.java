package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.PhoneNumber;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A shared question, a kept answer and a budget, one inside the other. */
class AskedOnceTest {
  private static final int NUMBERS = 20;
  private static final CallContext PATIENT = CallContext.within(Duration.ofSeconds(100));

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  @Test
  void while_answers_are_kept_a_number_is_paid_for_once_however_many_ask() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      DailyBudget budget = Budgets.local(new ChargesPerDay(NUMBERS), ZoneOffset.UTC, time);
      AtomicInteger asked = new AtomicInteger();
      Check<PhoneNumber, String> check = chain(budget, asked);
      List<List<AnswerOrigin>> served =
          Together.run(
              32,
              seed,
              random ->
                  random
                      .ints(200, 0, NUMBERS)
                      .mapToObj(which -> PhoneNumber.of("+8613800138" + (100 + which)))
                      .map(number -> check.check(number, PATIENT).receipt().origin())
                      .toList());
      assertThat(asked).as("seed %d", seed).hasValue(NUMBERS);
      assertThat(budget.left()).as("seed %d", seed).hasValue(0);
      List<AnswerOrigin> all = served.stream().flatMap(List::stream).toList();
      assertThat(Collections.frequency(all, AnswerOrigin.FRESH))
          .as("seed %d", seed)
          .isEqualTo(NUMBERS);
    }
  }

  private Check<PhoneNumber, String> chain(DailyBudget budget, AtomicInteger asked) {
    Fingerprint fingerprint = Fingerprint.random();
    Check<PhoneNumber, String> vendor =
        (number, context) -> {
          asked.incrementAndGet();
          return new Answer.Known<>("it", Outcomes.receipt(Charge.CHARGED));
        };
    CheckType check = CheckType.PHONE_STATUS;
    Check<PhoneNumber, String> bounded =
        Stages.check(new BudgetStage<>(Stages.of(vendor), budget, check, "main"), time);
    Check<PhoneNumber, String> kept =
        Stages.check(
            new CacheStage<>(
                Stages.of(bounded), check, fingerprint, Duration.ofMinutes(1), 1000, time),
            time);
    return Stages.check(new CoalescingStage<>(Stages.of(kept), check, fingerprint, time), time);
  }
}
