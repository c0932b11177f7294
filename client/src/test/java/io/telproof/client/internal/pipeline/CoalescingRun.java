package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Many who ask a few questions all the time, at a provider that does all that one can do. */
final class CoalescingRun {
  private static final ThreadLocal<Random> CHANCE = new ThreadLocal<>();

  /** How often a question was put while the same one was under way. */
  final AtomicInteger together = new AtomicInteger();

  /** What the provider bills, and what the receipts and exceptions of all callers say of it. */
  final AtomicInteger billed = new AtomicInteger();

  final AtomicInteger told = new AtomicInteger();

  private final Map<PhoneNumber, Boolean> underWay = new ConcurrentHashMap<>();
  private final Check<PhoneNumber, String> check;

  CoalescingRun(Time time) {
    check =
        Stages.check(
            new CoalescingStage<>(
                Stages.of((number, context) -> provider(number)),
                CheckType.PHONE_STATUS,
                Fingerprint.random(),
                time),
            time);
  }

  private Answer<String> provider(PhoneNumber number) {
    if (underWay.put(number, true) != null) {
      together.incrementAndGet();
    }
    Random random = CHANCE.get();
    for (int i = random.nextInt(200); i > 0; i--) {
      Thread.onSpinWait();
    }
    underWay.remove(number);
    Charge charge = Outcomes.charge(random);
    if (charge != Charge.FREE) {
      billed.incrementAndGet();
    }
    if (random.nextBoolean()) {
      List<FailureKind> kinds = List.of(FailureKind.values());
      throw Outcomes.failure(kinds.get(random.nextInt(kinds.size())), charge);
    }
    return new Answer.Known<>(number.e164(), Outcomes.receipt(charge));
  }

  /** What one of them does. */
  boolean ask(Random random) {
    CHANCE.set(random);
    for (int i = 0; i < 100; i++) {
      PhoneNumber number = PhoneNumber.of("+8613800138" + random.nextInt(100, 103));
      Charge charge;
      try {
        Answer<String> answer = check.check(number, CallContext.within(Duration.ofSeconds(100)));
        if (!((Answer.Known<String>) answer).value().equals(number.e164())) {
          throw new AssertionError("the answer to another question");
        }
        charge = answer.receipt().charge();
      } catch (VerificationException e) {
        charge = e.charge();
      }
      if (charge != Charge.FREE) {
        told.incrementAndGet();
      }
    }
    return true;
  }
}
