package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Kind;
import io.telproof.Sensitive;
import io.telproof.sandbox.Fault;
import io.telproof.spi.Capability;
import io.telproof.spi.Credentials;
import io.telproof.spi.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises of its way to the vendor, for each check that it offers: signed
 * freshly, sent once, ended in time, and every loss named for what it is.
 */
@Family("WI")
@DisplayNameGeneration(ClauseNames.class)
public abstract class WireContract {
  private static final String ONCE =
      "the request had been sent, so the vendor may have carried it out and billed it; nothing may"
          + " repeat it";

  /** For contract tests. */
  protected WireContract() {}

  /** The provider to be tested. */
  protected abstract ProviderHarness harness();

  /**
   * Proves that the vendor, from the bytes it received, recomputes the same signature. When it
   * fails, compare the text that is signed with the one on the vendor's page, line by line; the
   * body must be the very bytes that are sent.
   */
  @Clause(1)
  @Test
  final void the_vendor_finds_every_signature_good() {
    Findings findings = new Findings("The vendor finds every signature good");
    try (Stage stage = Stage.open(harness())) {
      for (Capability each : stage.offered()) {
        for (int i = 0; i < 3; i++) {
          Outcome outcome = stage.ask(stage.question(each));
          List<ScriptedVendor.Seen> seen = stage.vendor().seen();
          findings.unless(
              !seen.isEmpty() && seen.get(seen.size() - 1).heard().signatureGood(),
              each.key() + ": the vendor objects to the signature; it came to " + outcome.says());
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
    try (Stage stage = Stage.open(harness(), time, RecordedQuotas.open())) {
      for (Capability each : stage.offered()) {
        for (int i = 1; i <= 3; i++) {
          Outcome outcome = stage.ask(stage.question(each));
          boolean refused = outcome.is(Kind.UNAUTHORIZED) || outcome.is(Kind.INDETERMINATE);
          findings.unless(
              !refused && outcome.meaning().isPresent(),
              "%s: question %d at the same moment came to %s, code %s: is the nonce its own?"
                  .formatted(each.key(), i, outcome.says(), outcome.vendorCode()));
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that a request is signed for the moment it leaves, not for the one before it waited for
   * its turn. When it fails, sign in the {@code Signer} that the gateway calls, not before.
   */
  @Clause(3)
  @Test
  final void a_request_is_signed_after_the_wait_for_its_turn() {
    Findings findings = new Findings("A request is signed after it waited for its turn");
    VirtualTime time = VirtualTime.at(StepTime.START);
    RecordedQuotas slow = RecordedQuotas.after(within -> time.advance(Duration.ofHours(1)));
    try (Stage stage = Stage.open(harness(), time, slow)) {
      for (Capability each : stage.offered()) {
        int before = stage.vendor().requests();
        CallContext context = CallContext.within(Duration.ofHours(3));
        Outcome outcome = stage.ask(stage.question(each), context);
        int requests = stage.vendor().requests() - before;
        findings.unless(
            requests == 1 && !outcome.is(Kind.UNAUTHORIZED),
            "%s: after a wait of an hour, %d requests came to %s: the signature was stale"
                .formatted(each.key(), requests, outcome.says()));
      }
    }
    findings.report();
  }

  /**
   * Proves that a connection which breaks before the reply leaves a doubt, and that the doubt is
   * told and not asked away. When it fails, look for a retry in the HTTP client: OkHttp repeats a
   * POST by itself.
   */
  @Clause(4)
  @Test
  final void a_reply_that_is_lost_is_INDETERMINATE_and_the_question_is_not_repeated() {
    lost(
        "A reply that is lost is INDETERMINATE: " + ONCE,
        List.of(Fault.RESET_BEFORE_REPLY, Fault.DISCONNECT),
        Kind.INDETERMINATE,
        Charge.POSSIBLE);
  }

  /**
   * Proves that half a reply is no reply. When it fails, look at how the body is read: its
   * announced length must have come.
   */
  @Clause(5)
  @Test
  final void half_a_reply_is_INDETERMINATE() {
    lost(
        "Half a reply is INDETERMINATE: " + ONCE,
        List.of(Fault.HALF_REPLY),
        Kind.INDETERMINATE,
        Charge.POSSIBLE);
  }

  /**
   * Proves that a vendor which says nothing, or drips, is left when the caller's time is over. When
   * it fails, bound the call by what is left of {@code CallContext.within()}, not by a timeout of
   * each read.
   */
  @Clause(6)
  @Test
  final void a_silent_or_dripping_vendor_is_left_at_the_deadline() {
    Findings findings = new Findings("A silent or dripping vendor is left at the deadline");
    try (Stage stage = Stage.open(harness())) {
      for (Capability each : stage.offered()) {
        stage.ask(stage.question(each));
        for (Fault fault : List.of(Fault.STALL, Fault.DRIP)) {
          stage.sandbox().faults().next(fault);
          int before = stage.vendor().requests();
          CallContext context = CallContext.within(harness().pace().deadline());
          Outcome outcome = stage.ask(stage.question(each), context);
          expect(findings, each, fault, outcome, Kind.INDETERMINATE, Charge.POSSIBLE);
          once(findings, each, fault, stage.vendor().requests() - before, 1);
          stage.sandbox().faults().clear();
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that a connection which cannot be made is told as certainly not carried out. When it
   * fails, look at how the two sides of the first byte are told apart.
   */
  @Clause(7)
  @Test
  final void a_refused_connection_is_UNAVAILABLE_and_free() {
    Findings findings = new Findings("A refused connection is UNAVAILABLE and FREE");
    try (Stage stage = Stage.open(harness())) {
      stage.sandbox().close();
      for (Capability each : stage.offered()) {
        Outcome outcome = stage.ask(stage.question(each));
        findings.unless(
            outcome.is(Kind.UNAVAILABLE) && outcome.charge().equals(Optional.of(Charge.FREE)),
            each.key() + ": expected fails UNAVAILABLE, FREE; came to " + outcome.says());
      }
    }
    findings.report();
  }

  /**
   * Proves that a redirect is not followed: the second request would be billed again, or go to
   * somebody else. When it fails, look for {@code followRedirects}.
   */
  @Clause(8)
  @Test
  final void a_redirect_is_PROTOCOL_and_is_not_followed() {
    lost(
        "A redirect is PROTOCOL and is not followed",
        List.of(Fault.REDIRECT_307),
        Kind.PROTOCOL,
        Charge.POSSIBLE);
  }

  /**
   * Proves that a success without a verdict is none: a web page, nothing, an empty object, cut-off
   * JSON. When it fails, look for a default that means success, or an exception of the JSON reader.
   */
  @Clause(9)
  @Test
  final void a_reply_that_cannot_be_read_is_PROTOCOL() {
    lost(
        "A reply that cannot be read is PROTOCOL, POSSIBLE",
        List.of(Fault.HTML_200, Fault.EMPTY_200, Fault.EMPTY_OBJECT, Fault.NOT_JSON_200),
        Kind.PROTOCOL,
        Charge.POSSIBLE);
  }

  /**
   * Proves that a proxy's 502 or 503 leaves a doubt, even where it says {@code Retry-After: 0}.
   * When it fails, look for a retry by status, in OkHttp too.
   */
  @Clause(10)
  @Test
  final void a_5xx_without_a_code_is_INDETERMINATE_and_the_question_is_not_repeated() {
    lost(
        "A 5xx without a vendor's code is INDETERMINATE: " + ONCE,
        List.of(Fault.HTML_502, Fault.HTTP_503),
        Kind.INDETERMINATE,
        Charge.POSSIBLE);
  }

  /** Proves that a gateway's 429 is THROTTLED and free. When it fails, look at the status. */
  @Clause(11)
  @Test
  final void a_429_without_a_code_is_THROTTLED_and_free() {
    lost(
        "A 429 without a vendor's code is THROTTLED and FREE",
        List.of(Fault.HTTP_429),
        Kind.THROTTLED,
        Charge.FREE);
  }

  /**
   * Proves that a body without end does not fill the memory. When it fails, read no more than a
   * bound.
   */
  @Clause(12)
  @Test
  final void a_body_without_end_is_PROTOCOL_and_left() {
    lost(
        "A body without end is left at a bound, and is PROTOCOL",
        List.of(Fault.ENDLESS_BODY),
        Kind.PROTOCOL,
        Charge.POSSIBLE);
  }

  private void lost(String promise, List<Fault> faults, Kind kind, Charge charge) {
    Findings findings = new Findings(promise);
    int attempts = harness().attempts(kind);
    try (Stage stage = Stage.open(harness())) {
      for (Capability each : stage.offered()) {
        for (Fault fault : faults) {
          stage.sandbox().faults().next(attempts, fault);
          int before = stage.vendor().requests();
          Outcome outcome = stage.ask(stage.question(each));
          expect(findings, each, fault, outcome, kind, charge);
          once(findings, each, fault, stage.vendor().requests() - before, attempts);
          stage.sandbox().faults().clear();
        }
      }
    }
    findings.report();
  }

  private static void expect(
      Findings findings, Capability check, Fault fault, Outcome outcome, Kind kind, Charge charge) {
    findings.unless(
        outcome.means(Meaning.fails(kind)) && outcome.charge().equals(Optional.of(charge)),
        "%s, where %s: expected fails %s, %s; came to %s"
            .formatted(check.key(), fault.sentence(), kind, charge, outcome.says()));
  }

  private static void once(
      Findings findings, Capability check, Fault fault, int requests, int expected) {
    findings.unless(
        requests == expected,
        "%s, where %s: the vendor received %d requests, expected %d"
            .formatted(check.key(), fault.sentence(), requests, expected));
  }

  /**
   * Proves that an interrupt ends the wait for a turn at once, sends nothing, and is set again.
   * When it fails, look for a caught InterruptedException.
   */
  @Clause(13)
  @Test
  final void an_interrupt_before_sending_ends_the_call_and_nothing_is_sent() throws Exception {
    Findings findings = new Findings("An interrupt before sending ends the call as UNAVAILABLE");
    long patience = harness().pace().patience().toMillis();
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    RecordedQuotas stuck =
        RecordedQuotas.after(
            within -> {
              waiting.complete(Thread.currentThread());
              never.await(patience, TimeUnit.MILLISECONDS);
            });
    try (Stage stage = Stage.open(harness(), stuck)) {
      Stage.Asking asking =
          stage.asking(stage.question(stage.offered().get(0)), CallContext.standard());
      asking.thread().start();
      waiting.get(patience, TimeUnit.MILLISECONDS).interrupt();
      Outcome outcome = asking.outcome(harness().pace().patience());
      findings.unless(
          outcome.is(Kind.UNAVAILABLE) && outcome.charge().equals(Optional.of(Charge.FREE)),
          "expected fails UNAVAILABLE, FREE; came to " + outcome.says());
      flag(findings, asking);
      findings.unless(
          stage.vendor().requests() == 0, "a request was sent although nothing should be");
    }
    findings.report();
  }

  private static void flag(Findings findings, Stage.Asking asking) {
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
    try (Stage stage = Stage.open(harness())) {
      for (Capability each : stage.offered()) {
        Optional<Phrase> answer =
            harness().phrases().phrases(each).stream()
                .filter(phrase -> phrase.means() instanceof Meaning.Is<?>)
                .findFirst();
        answer.ifPresent(phrase -> interrupted(findings, stage, each, phrase));
      }
    }
    findings.report();
  }

  private void interrupted(Findings findings, Stage stage, Capability check, Phrase phrase) {
    Stage.Asking asking =
        stage.asking(stage.question(check), CallContext.within(harness().pace().patience()));
    stage
        .vendor()
        .answers(
            heard -> {
              asking.thread().interrupt();
              // Who gives up when interrupted ends now; the others wait for this reply.
              asking.thread().join(50);
              return phrase;
            });
    asking.thread().start();
    Outcome outcome = asking.outcome(harness().pace().patience());
    findings.unless(
        outcome.means(phrase.means()),
        "%s: the vendor answered %s, but the call came to %s"
            .formatted(check.key(), phrase, outcome.says()));
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
    try (Stage stage = Stage.open(harness(), () -> ahead, time)) {
      for (Capability each : stage.offered()) {
        int before = stage.vendor().requests();
        Outcome outcome = stage.ask(stage.question(each));
        int requests = stage.vendor().requests() - before;
        findings.unless(
            requests <= 2 && (outcome.is(Kind.UNAUTHORIZED) || outcome.receipt().isPresent()),
            "%s: with a clock two days behind, %d requests came to %s"
                .formatted(each.key(), requests, outcome.says()));
      }
    }
    findings.report();
  }

  /**
   * Proves that keys come from the application's source where it has one, once for each signature,
   * and that a wrong one is UNAUTHORIZED, free, with the vendor's code. When it fails, sign with
   * what {@code environment.credentials(…)} gives, each time.
   */
  @Clause(16)
  @Test
  final void keys_come_from_the_applications_source_and_wrong_ones_are_UNAUTHORIZED() {
    Findings findings = new Findings("Keys come from the application's source, for each signature");
    AtomicInteger given = new AtomicInteger();
    Credentials wrong =
        Credentials.of(Sensitive.of("kit-nobodys-id"), Sensitive.of("kit-nobodys-secret"));
    try (Stage stage =
        Stage.open(
            harness(),
            () -> {
              given.incrementAndGet();
              return wrong;
            })) {
      for (Capability each : stage.offered()) {
        stage.ask(stage.question(each));
        Outcome outcome = stage.ask(stage.question(each));
        findings.unless(
            outcome.is(Kind.UNAUTHORIZED)
                && outcome.charge().equals(Optional.of(Charge.FREE))
                && outcome.vendorCode().isPresent(),
            "%s: with a source of wrong keys, expected fails UNAUTHORIZED, FREE with the vendor's"
                    .formatted(each.key())
                + " code; came to "
                + outcome.says());
      }
      findings.unless(
          given.get() == stage.vendor().requests(),
          "the source was asked %d times for %d requests"
              .formatted(given.get(), stage.vendor().requests()));
    }
    findings.report();
  }
}
