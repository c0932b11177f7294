package io.telproof.proof;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.CodeDispatch;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.BreakerState;
import io.telproof.client.Checks;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Asks, and takes down what came of it and what an application could print. Thread-safe. */
final class Tally {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Of real time, for a vendor that will not answer. */
  static final Duration MOMENT = Duration.ofMillis(300);

  private static final Duration GIVEN_UP = Duration.ofSeconds(30);

  /**
   * What came of a question.
   *
   * @param word {@code KNOWN}, or the name of a {@link Gap} or of a {@link FailureKind}
   */
  record Outcome(String vendor, CheckType check, String word) {
    @Override
    public String toString() {
      return vendor + " " + check.key() + " " + word;
    }
  }

  private final Capture capture;
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<Outcome> outcomes = ConcurrentHashMap.newKeySet();
  private final Set<AnswerOrigin> served = ConcurrentHashMap.newKeySet();
  private final Set<BreakerState> breakers = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<CheckType>> offered = new ConcurrentHashMap<>();
  private final Set<String> numbers = ConcurrentHashMap.newKeySet();

  Tally(Capture capture) {
    this.capture = capture;
  }

  Set<Outcome> outcomes() {
    return outcomes;
  }

  Set<AnswerOrigin> served() {
    return served;
  }

  Set<BreakerState> breakers() {
    return breakers;
  }

  /** What the providers offer that were held, by the vendor. */
  Map<String, Set<CheckType>> offered() {
    return offered;
  }

  /** The numbers that were asked about. */
  List<Canary> numbers() {
    List<Canary> canaries = new ArrayList<>();
    numbers.forEach(number -> canaries.add(Canary.number(number)));
    return canaries;
  }

  /** One who plays a scenario, and will be looked for. */
  Person person(Scenario scenario, int digit) {
    return watched(Person.of(scenario, digit));
  }

  /** The same for an operator. */
  Person customer(Scenario scenario, int digit) {
    return watched(Person.customer(scenario, digit));
  }

  /** The same in the United States. */
  Person american(Scenario scenario, int digit) {
    return watched(Person.american(scenario, digit));
  }

  /** The same at a vendor, by its name. */
  Person at(String vendor, Scenario scenario, int digit) {
    return watched(Person.at(vendor, scenario, digit));
  }

  private Person watched(Person person) {
    numbers.add(person.number().e164());
    return person;
  }

  /** Puts a question, and gives the answer. The provider's name begins with the vendor's. */
  <Q, V> Optional<Answer<V>> ask(
      Telproof telproof, CheckType check, Check<Q, V> how, Q query, Duration within) {
    return ask(telproof, check, how, query, context(within));
  }

  /** Puts a question under a key. */
  <Q, V> void askOnce(Telproof telproof, CheckType check, Check<Q, V> how, Q query, String key) {
    ask(telproof, check, how, query, context(PATIENCE).withKey(key));
  }

  /** Has a code sent, and gives its handle. */
  Optional<String> send(Telproof telproof, Checks checks, PhoneNumber number, Duration within) {
    return ask(telproof, CheckType.CODE_DELIVERY, checks.codeDelivery(), number, within)
        .filter(Answer.Known.class::isInstance)
        .flatMap(sent -> ((Answer.Known<CodeDispatch>) sent).value().handle());
  }

  private CallContext context(Duration within) {
    return new CallContext(within, "call-" + asked.incrementAndGet(), Optional.of("sign-up"));
  }

  private <Q, V> Optional<Answer<V>> ask(
      Telproof telproof, CheckType check, Check<Q, V> how, Q query, CallContext context) {
    capture.note(Channel.PRINTED, how);
    capture.note(Channel.PRINTED, query);
    try {
      Answer<V> answer = how.check(query, context);
      Receipt receipt = answer.receipt();
      capture.note(Channel.PRINTED, answer);
      capture.note(Channel.PRINTED, telproof.explain(check, receipt));
      served.add(receipt.origin());
      String word = answer instanceof Answer.Unknown<V> unknown ? unknown.gap().name() : "KNOWN";
      outcomes.add(new Outcome(vendor(receipt.provider()), check, word));
      return Optional.of(answer);
    } catch (VerificationException e) {
      capture.thrown(e);
      capture.note(Channel.PRINTED, telproof.explain(check, e));
      outcomes.add(new Outcome(vendor(e.provider()), check, e.kind().name()));
      return Optional.empty();
    }
  }

  /** The vendor whose name a provider's begins with. */
  static String vendor(String provider) {
    return provider.replaceFirst("-.*", "");
  }

  /** Prints what an application can hold of a client. */
  void hold(Telproof telproof) {
    capture.measure();
    capture.note(Channel.PRINTED, telproof);
    capture.note(Channel.PRINTED, telproof.breakers());
    capture.note(Channel.PRINTED, telproof.agreements());
    capture.note(Channel.PRINTED, telproof.offers());
    telproof
        .offers()
        .forEach(
            (provider, offers) ->
                offers.forEach(
                    offer ->
                        offered
                            .computeIfAbsent(
                                vendor(provider), each -> ConcurrentHashMap.newKeySet())
                            .add(offer.check())));
    for (CheckType check : CheckType.values()) {
      capture.note(Channel.PRINTED, telproof.explain(check));
    }
    telproof.breakers().forEach(breaker -> breakers.add(breaker.state()));
  }

  /** Waits for another thread. */
  static void until(BooleanSupplier there) {
    long begun = System.nanoTime();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() - begun > GIVEN_UP.toNanos()) {
        throw new IllegalStateException("another thread did not come so far in " + GIVEN_UP);
      }
      Thread.onSpinWait();
    }
  }
}
