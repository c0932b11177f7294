package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.client.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Two providers that do all that one can do: the first by the number, the second as it likes. */
final class ShadowScript {
  private final List<Supplier<Answer<PhoneStatus>>> firsts = new ArrayList<>();
  private final AtomicInteger atStake = new AtomicInteger();
  private final AtomicInteger mostAtStake = new AtomicInteger();
  private final Random random;
  private final CountDownLatch over;

  /**
   * A script.
   *
   * @param over until when a shadow that stalls is stalled
   */
  ShadowScript(int seed, CountDownLatch over) {
    this.random = new Random(seed);
    this.over = over;
    for (int i = 0; i < 200; i++) {
      firsts.add(first(random.nextInt(5)));
    }
  }

  private Supplier<Answer<PhoneStatus>> first(int which) {
    if (which < 2) {
      RuntimeException failure =
          which == 0
              ? Outcomes.failure(kind(), Outcomes.charge(random))
              : new IllegalStateException();
      return () -> {
        throw failure;
      };
    }
    Charge charge = Outcomes.charge(random);
    Answer<PhoneStatus> answer = which == 2 ? gap(charge) : status(charge);
    return () -> answer;
  }

  /** How many questions of the second were not known to be free at the same time, at the most. */
  int mostAtStake() {
    return mostAtStake.get();
  }

  /** The answer, or what is thrown instead. */
  static Object outcome(Check<PhoneNumber, PhoneStatus> check, int which) {
    try {
      return check.check(PhoneNumber.of(86, "1380000" + (1000 + which)), CallContext.standard());
    } catch (RuntimeException e) {
      return e;
    }
  }

  Answer<PhoneStatus> first(PhoneNumber number, CallContext context) {
    String digits = number.e164();
    return firsts.get(Integer.parseInt(digits.substring(digits.length() - 4)) - 1000).get();
  }

  Answer<PhoneStatus> second(PhoneNumber number, CallContext context) {
    mostAtStake.accumulateAndGet(atStake.incrementAndGet(), Math::max);
    return switch (random.nextInt(8)) {
      case 0 -> throw new IllegalStateException();
      case 1 -> throw new StackOverflowError();
      case 2 -> stalled();
      case 3 -> {
        Charge charge = charged();
        throw Outcomes.failure(kind(), charge);
      }
      case 4 -> gap(charged());
      default -> status(charged());
    };
  }

  /** Only where somebody else's thread is held up by it. */
  private Answer<PhoneStatus> stalled() {
    if (Thread.currentThread().getName().equals("telproof-shadow")) {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Thread.currentThread().interrupt();
    }
    return status(Charge.CHARGED);
  }

  private Charge charged() {
    Charge charge = Outcomes.charge(random);
    if (charge == Charge.FREE) {
      atStake.decrementAndGet();
    }
    return charge;
  }

  private FailureKind kind() {
    return any(FailureKind.values());
  }

  private Answer<PhoneStatus> gap(Charge charge) {
    return new Answer.Unknown<>(any(Gap.values()), Outcomes.receipt(charge));
  }

  private Answer<PhoneStatus> status(Charge charge) {
    Carrier carrier = any(Carrier.UNKNOWN, Carrier.CHINA_MOBILE, Carrier.CHINA_UNICOM);
    return new Answer.Known<>(
        new PhoneStatus(any(LineState.values()), carrier), Outcomes.receipt(charge));
  }

  @SafeVarargs
  private <T> T any(T... all) {
    return all[random.nextInt(all.length)];
  }
}
