package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.RecordedRateLimiters;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.StepTime;
import io.telproof.testkit.internal.TestBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises of its way to the vendor, for each check that it offers: signed
 * freshly, sent once, ended in time, and every loss named for what it is.
 */
@Clause.Prefix("WI")
public abstract class WireContract extends FramingContract {
  /** Checks whose handles are bound with the keys as well, see {@code CodeHandles}. */
  private static final Set<CheckType> HANDLES =
      Set.of(CheckType.CODE_DELIVERY, CheckType.CODE_VERIFICATION);

  /** For contract tests. */
  protected WireContract() {}

  /**
   * Proves that the vendor, from the bytes it received, recomputes the same signature. When it
   * fails, compare the text that is signed with the one on the vendor's page, line by line; the
   * body must be the very bytes that are sent.
   */
  @Clause(1)
  @Test
  final void the_vendor_finds_every_signature_good() {
    Findings findings = new Findings("The vendor finds every signature good");
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        for (int i = 0; i < 3; i++) {
          Outcome outcome = bench.ask(bench.question(each));
          List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
          findings.unless(
              !seen.isEmpty() && seen.get(seen.size() - 1).heard().signatureGood(),
              each.key()
                  + ": the vendor objects to the signature, or to the token; it came to "
                  + outcome.says());
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that the same question at the same moment is signed anew: a nonce that comes a second
   * time is refused, and nobody can tell whether the first was carried out. When it fails, use the
   * nonce that {@code Signer.sign} is given.
   */
  @Clause(2)
  @Test
  final void each_request_is_freshly_signed() {
    Findings findings = new Findings("Each request is freshly signed, with a nonce of its own");
    VirtualTime time = VirtualTime.at(StepTime.START);
    // Until one request was let in, the signature may be wrong as such.
    boolean letIn = false;
    try (TestBench bench = TestBench.open(harness(), time, RecordedRateLimiters.open())) {
      for (CheckType each : bench.offered()) {
        for (int i = 1; i <= 3; i++) {
          Outcome outcome = bench.ask(bench.question(each));
          boolean refused =
              outcome.is(FailureKind.UNAUTHORIZED) || outcome.is(FailureKind.INDETERMINATE);
          letIn |= !refused;
          findings.unless(
              !refused && outcome.meaning().isPresent(),
              "%s: question %d at the same moment came to %s, %s: %s"
                  .formatted(
                      each.key(),
                      i,
                      outcome.says(),
                      outcome.code(),
                      letIn
                          ? "is the nonce its own?"
                          : "is the signature the vendor's (WI-01), and the nonce its own?"));
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that a request is signed for the moment it leaves, not for the one before it waited for
   * its permit. When it fails, sign in the {@code Signer} that the gateway calls, not before.
   */
  @Clause(3)
  @Test
  final void a_request_is_signed_after_the_wait_for_its_permit() {
    Findings findings = new Findings("A request is signed after it waited for its permit");
    VirtualTime time = VirtualTime.at(StepTime.START);
    RecordedRateLimiters slow =
        RecordedRateLimiters.after(within -> time.advance(Duration.ofHours(1)));
    try (TestBench bench = TestBench.open(harness(), time, slow)) {
      for (CheckType each : bench.offered()) {
        int before = bench.vendor().requests();
        CallContext context = CallContext.within(Duration.ofHours(3));
        Outcome outcome = bench.ask(bench.question(each), context);
        int requests = bench.vendor().requests() - before;
        findings.unless(
            requests == 1 && !outcome.is(FailureKind.UNAUTHORIZED),
            "%s: after a wait of an hour, %d requests came to %s: the signature was stale, or is wrong as such (WI-01)"
                .formatted(each.key(), requests, outcome.says()));
      }
    }
    findings.report();
  }

  /**
   * Proves that an interrupt ends the wait for a permit at once, sends nothing, and is set again.
   * When it fails, look for a caught InterruptedException.
   */
  @Clause(13)
  @Test
  final void an_interrupt_before_sending_ends_the_call_and_nothing_is_sent() throws Exception {
    Findings findings = new Findings("An interrupt before sending ends the call as UNAVAILABLE");
    long patience = harness().timeouts().patience().toMillis();
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    RecordedRateLimiters stuck =
        RecordedRateLimiters.after(
            within -> {
              waiting.complete(Thread.currentThread());
              never.await(patience, TimeUnit.MILLISECONDS);
            });
    try (TestBench bench = TestBench.open(harness(), stuck)) {
      TestBench.PendingQuestion asking =
          bench.asking(bench.question(bench.offered().get(0)), CallContext.standard());
      asking.thread().start();
      waiting.get(patience, TimeUnit.MILLISECONDS).interrupt();
      Outcome outcome = asking.outcome(harness().timeouts().patience());
      findings.unless(
          outcome.is(FailureKind.UNAVAILABLE) && outcome.charge().equals(Optional.of(Charge.FREE)),
          "expected fails UNAVAILABLE, FREE; came to " + outcome.says());
      flag(findings, asking);
      findings.unless(
          bench.vendor().requests() == 0, "a request was sent although nothing should be");
    }
    findings.report();
  }

  private static void flag(Findings findings, TestBench.PendingQuestion asking) {
    findings.unless(
        asking.interrupted().getNow(false),
        "the thread's interrupt flag is not set again: the caller cannot know that it was"
            + " interrupted");
  }

  /**
   * Proves that a question which has been sent is left to finish: an interrupt must not turn an
   * answer into a doubt. When it fails, look for a call that is cancelled on interrupt.
   */
  @Clause(14)
  @Test
  final void an_interrupt_after_sending_leaves_the_answer_and_the_flag() {
    Findings findings = new Findings("An interrupt after sending leaves the answer to come");
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        Optional<ReplyExample> answer =
            harness().examples().examples(each).stream()
                .filter(example -> example.means() instanceof Meaning.Value<?>)
                .findFirst();
        answer.ifPresent(example -> interrupted(findings, bench, each, example));
      }
    }
    findings.report();
  }

  private void interrupted(
      Findings findings, TestBench bench, CheckType check, ReplyExample example) {
    TestBench.PendingQuestion asking =
        bench.asking(bench.question(check), CallContext.within(harness().timeouts().patience()));
    bench
        .vendor()
        .answers(
            heard -> {
              asking.thread().interrupt();
              // Who gives up when interrupted ends now; the others wait for this reply.
              asking.thread().join(50);
              return example;
            });
    asking.thread().start();
    Outcome outcome = asking.outcome(harness().timeouts().patience());
    findings.unless(
        outcome.means(example.means()),
        "%s: the vendor answered %s, but the call came to %s"
            .formatted(check.key(), example, outcome.says()));
    flag(findings, asking);
  }

  /**
   * Proves that a wrong clock costs one more request at the most, and that the refused one is not
   * told as a doubt. When it fails, look at what {@code clockRefused} says of the refusal.
   */
  @Clause(15)
  @Test
  final void a_wrong_clock_is_UNAUTHORIZED_or_healed_by_one_more_request() {
    Findings findings =
        new Findings("A wrong clock is UNAUTHORIZED, or healed by one more request");
    StepTime time = new StepTime();
    Instant ahead = StepTime.START.plus(Duration.ofDays(2));
    try (TestBench bench = TestBench.open(harness(), () -> ahead, time)) {
      for (CheckType each : bench.offered()) {
        int before = bench.vendor().requests();
        Outcome outcome = bench.ask(bench.question(each));
        int requests = bench.vendor().requests() - before;
        findings.unless(
            requests <= 2
                && (outcome.is(FailureKind.UNAUTHORIZED) || outcome.receipt().isPresent()),
            "%s: with a clock two days behind, %d requests came to %s"
                .formatted(each.key(), requests, outcome.says()));
      }
    }
    findings.report();
  }

  /**
   * Proves that keys come from the application's source where it has one, once for each signature,
   * and that a wrong one is UNAUTHORIZED, free, with the vendor's code. When it fails, sign with
   * what {@code environment.credentials(…)} gives, each time. Where the vendor gives tokens, the
   * keys are for those, and a wrong one is asked with for nothing else.
   */
  @Clause(16)
  @Test
  final void keys_come_from_the_applications_source_and_wrong_ones_are_UNAUTHORIZED() {
    Findings findings = new Findings("Keys come from the application's source, for each signature");
    AtomicInteger given = new AtomicInteger();
    Credentials wrong = harness().foreignCredentials("nobodys");
    try (TestBench bench =
        TestBench.open(
            harness(),
            () -> {
              given.incrementAndGet();
              return wrong;
            })) {
      for (CheckType each : bench.offered()) {
        bench.ask(bench.question(each));
        int sent = proven(bench);
        int before = given.get();
        Outcome outcome = bench.ask(bench.question(each));
        int requests = proven(bench) - sent;
        int asked = given.get() - before;
        findings.unless(
            asked == requests || (HANDLES.contains(each) && asked > requests),
            "%s: the source was asked %d times for %d requests"
                .formatted(each.key(), asked, requests));
        findings.unless(
            outcome.is(FailureKind.UNAUTHORIZED)
                && outcome.charge().equals(Optional.of(Charge.FREE))
                && outcome.vendorCode().isPresent(),
            "%s: with a source of wrong keys, expected fails UNAUTHORIZED, FREE with the vendor's"
                    .formatted(each.key())
                + " code; came to "
                + outcome.says()
                + ", "
                + outcome.code());
      }
      findings.unless(
          harness().tokens().isEmpty() || bench.vendor().requests() == 0,
          "a question was sent without a token");
    }
    findings.report();
  }

  /** The requests by which the account proves itself: those for a token, where there are tokens. */
  private int proven(TestBench bench) {
    return harness().tokens().isPresent()
        ? bench.vendor().tokens().exchanges().size()
        : bench.vendor().requests();
  }
}
