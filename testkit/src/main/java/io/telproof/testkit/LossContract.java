package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/** What every provider makes of a connection that breaks and of a reply that is none. */
@DisplayNameGeneration(ClauseNames.class)
abstract class LossContract {
  private static final String ONCE =
      "the request had been sent, so the vendor may have carried it out and billed it; nothing may"
          + " repeat it";

  /** The provider to be tested. */
  protected abstract ProviderHarness harness();

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
        FailureKind.INDETERMINATE,
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
        FailureKind.INDETERMINATE,
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
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        bench.ask(bench.question(each));
        for (Fault fault : List.of(Fault.STALL, Fault.DRIP)) {
          if (!comes(bench, each, fault)) {
            continue;
          }
          bench.faults().next(fault);
          int before = bench.vendor().requests();
          CallContext context = CallContext.within(harness().timeouts().deadline());
          Outcome outcome = bench.ask(bench.question(each), context);
          expect(findings, each, fault, outcome, FailureKind.INDETERMINATE, Charge.POSSIBLE);
          once(findings, each, fault, bench.vendor().requests() - before, 1);
          bench.faults().clear();
          bench.vendor().speaksForItself();
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
    try (TestBench bench = TestBench.open(harness())) {
      bench.sandbox().close();
      for (CheckType each : bench.offered()) {
        Outcome outcome = bench.ask(bench.question(each));
        findings.unless(
            outcome.is(FailureKind.UNAVAILABLE)
                && outcome.charge().equals(Optional.of(Charge.FREE)),
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
        FailureKind.PROTOCOL,
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
        FailureKind.PROTOCOL,
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
        FailureKind.INDETERMINATE,
        Charge.POSSIBLE);
  }

  /** Proves that a gateway's 429 is THROTTLED and free. When it fails, look at the status. */
  @Clause(11)
  @Test
  final void a_429_without_a_code_is_THROTTLED_and_free() {
    lost(
        "A 429 without a vendor's code is THROTTLED and FREE",
        List.of(Fault.HTTP_429),
        FailureKind.THROTTLED,
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
        FailureKind.PROTOCOL,
        Charge.POSSIBLE);
  }

  private void lost(String promise, List<Fault> faults, FailureKind kind, Charge charge) {
    Findings findings = new Findings(promise);
    int attempts = harness().attempts(kind);
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        for (Fault fault : faults) {
          if (!comes(bench, each, fault)) {
            continue;
          }
          bench.faults().next(attempts, fault);
          int before = bench.vendor().requests();
          Outcome outcome = bench.ask(bench.question(each));
          expect(findings, each, fault, outcome, kind, charge);
          once(findings, each, fault, bench.vendor().requests() - before, attempts);
          bench.faults().clear();
          bench.vendor().speaksForItself();
        }
      }
    }
    findings.report();
  }

  /**
   * Whether a reply can come to this. One without a body comes in no halves, nor byte by byte:
   * where the vendor answers so, it is made to say a reply example that has one.
   */
  private boolean comes(TestBench bench, CheckType check, Fault fault) {
    if (fault != Fault.HALF_REPLY && fault != Fault.DRIP) {
      return true;
    }
    bench.ask(bench.question(check));
    List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
    if (seen.isEmpty() || !seen.get(seen.size() - 1).judged().body().isEmpty()) {
      return true;
    }
    Optional<ReplyExample> whole =
        harness().examples().examples(check).stream()
            .filter(example -> !example.body().isEmpty())
            .findFirst();
    whole.ifPresent(bench.vendor()::says);
    return whole.isPresent();
  }

  private static void expect(
      Findings findings,
      CheckType check,
      Fault fault,
      Outcome outcome,
      FailureKind kind,
      Charge charge) {
    findings.unless(
        outcome.means(Meaning.failed(kind)) && outcome.charge().equals(Optional.of(charge)),
        "%s, where %s: expected fails %s, %s; came to %s"
            .formatted(check.key(), fault.sentence(), kind, charge, outcome.says()));
  }

  private static void once(
      Findings findings, CheckType check, Fault fault, int requests, int expected) {
    findings.unless(
        requests == expected,
        "%s, where %s: the vendor received %d requests, expected %d"
            .formatted(check.key(), fault.sentence(), requests, expected));
  }
}
