package io.telproof.testkit;

import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Json;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import io.telproof.testkit.internal.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What every check makes of what its vendor says: the clauses that hold it against the reply
 * examples.
 */
@DisplayNameGeneration(ClauseNames.class)
abstract class ReplyExamplesContract {
  final CheckType check;

  ReplyExamplesContract(CheckType check) {
    this.check = check;
  }

  /** The provider to be tested. */
  protected abstract ProviderHarness harness();

  final List<ReplyExample> examples() {
    return harness().examples().examples(check);
  }

  final Outcome said(TestBench bench, ReplyExample example) {
    bench.vendor().says(example);
    return bench.ask(bench.question(check));
  }

  static String differs(ReplyExample example, Outcome outcome) {
    return "%s: the example says %s, %s; the provider says %s%s"
        .formatted(
            example,
            Outcome.words(example.means()),
            example.charge(),
            outcome.says(),
            objection(outcome) + waits(example, outcome));
  }

  /** A wait that the example names is compared too, so it must be seen where it differs. */
  private static String waits(ReplyExample example, Outcome outcome) {
    if (!(example.means() instanceof Meaning.Failed<?> fails)
        || fails.retryAfter().isEmpty()
        || !(outcome instanceof Outcome.Failed failed)
        || failed.failure().retryAfter().equals(fails.retryAfter())) {
      return "";
    }
    return "; retryAfter: the example says %s, the provider %s"
        .formatted(
            fails.retryAfter().get(),
            failed.failure().retryAfter().map(Duration::toString).orElse("none"));
  }

  private static String objection(Outcome outcome) {
    return outcome.is(FailureKind.UNAUTHORIZED) ? " (did the vendor object to the signature?)" : "";
  }

  /**
   * Proves that the check is there, and that {@code offers()} has one line about it: or several,
   * each for questions that no line before it serves. When it fails, look at the method of {@code
   * VerificationProvider} that returns the check, at {@code offers()}, and at their {@code
   * Coverage}.
   */
  @Clause(1)
  @Test
  final void the_check_is_offered_in_exactly_one_line_and_has_reply_examples() {
    Findings findings = new Findings("The provider offers " + check.key() + ", and says so");
    try (TestBench bench = TestBench.open(harness())) {
      findings.unless(
          check.offeredBy(bench.provider()), "the provider returns no check: override its method");
      List<Offer> lines =
          bench.provider().offers().stream().filter(offer -> offer.check() == check).toList();
      findings.unless(!lines.isEmpty(), "offers() has 0 lines about it, expected 1");
      for (Offer line : lines) {
        findings.unless(
            bench.variant(line).isPresent(),
            "offers() has "
                + lines.size()
                + " lines about it, and no question of the kit is for "
                + line.operation()
                + ": a line before it serves the same, or it serves none");
      }
      findings.unless(
          !examples().isEmpty(), "there is no reply example for it: see examples() in the harness");
    }
    findings.report();
  }

  /**
   * Proves that each reply example comes to the value, the gap or the kind of failure that stands
   * beside it. When it fails, lay the operation's {@code CodeTable} beside the vendor's page.
   */
  @Clause(2)
  @Test
  final void each_reply_means_what_its_example_says() {
    Findings findings = new Findings("Each reply means what its example says");
    try (TestBench bench = TestBench.open(harness())) {
      for (ReplyExample example : examples()) {
        Outcome outcome = said(bench, example);
        findings.unless(outcome.means(example.means()), differs(example, outcome));
      }
    }
    findings.report();
  }

  /**
   * Proves that each reply example is booked at the charge that stands beside it. When it fails,
   * look at the charge in the operation's {@code CodeTable}; where the vendor does not say, it is
   * UNSTATED.
   */
  @Clause(3)
  @Test
  final void each_reply_costs_what_its_example_says() {
    Findings findings = new Findings("Each reply has the charge that its example says");
    try (TestBench bench = TestBench.open(harness())) {
      for (ReplyExample example : examples()) {
        Outcome outcome = said(bench, example);
        findings.unless(
            outcome.charge().equals(Optional.of(example.charge())), differs(example, outcome));
      }
    }
    findings.report();
  }

  /**
   * Proves that nothing is asked twice, whatever the vendor says: it would be billed twice. When it
   * fails, look for a retry: a provider has none, {@code io.telproof.client} repeats for it what
   * may be repeated.
   */
  @Clause(4)
  @Test
  final void each_reply_example_takes_exactly_one_request() {
    Findings findings = new Findings("Each question is exactly one request");
    try (TestBench bench = TestBench.open(harness())) {
      for (ReplyExample example : examples()) {
        int before = bench.vendor().requests();
        said(bench, example);
        int requests = bench.vendor().requests() - before;
        int expected = attempts(example);
        findings.unless(
            requests == expected,
            "%s: the vendor received %d requests, expected %d: is it repeated, or never sent?"
                .formatted(example, requests, expected));
      }
    }
    findings.report();
  }

  final int attempts(ReplyExample example) {
    return attempts(harness(), example);
  }

  /** With how many questions one comes to this: two, where the reply refuses the token. */
  static int attempts(ProviderHarness harness, ReplyExample example) {
    if (harness.tokens().filter(tokens -> tokens.refuses(example)).isPresent()) {
      return 2;
    }
    return example.means() instanceof Meaning.Failed<?> fails ? harness.attempts(fails.kind()) : 1;
  }

  /**
   * Proves that an answer can be traced: who, which operation, the vendor's code and request id,
   * when, and how long. When it fails, look at {@code Reply.coded} and {@code Reply.identified}.
   */
  @Clause(5)
  @Test
  final void receipts_and_failures_are_complete() {
    Findings findings = new Findings("Receipts and failures say who answered, what, and when");
    try (TestBench bench = TestBench.open(harness())) {
      Optional<String> operation =
          bench.provider().offers().stream()
              .filter(offer -> offer.check() == check)
              .filter(offer -> bench.asks(bench.question(check), offer))
              .map(Offer::operation)
              .findFirst();
      for (ReplyExample example : examples()) {
        Instant before = bench.environment().time().now();
        Outcome outcome = said(bench, example);
        Instant after = bench.environment().time().now();
        Map<String, String> wrong = new TreeMap<>();
        note(wrong, "provider", Optional.of(TestBench.NAME), outcome.provider());
        note(wrong, "operation", operation, outcome.operation());
        note(wrong, "vendorCode", text(example.code()), outcome.vendorCode());
        note(wrong, "requestId", id(example, bench.vendor()), outcome.requestId());
        note(wrong, "earlier", attempts(example) - 1, outcome.earlier().size());
        outcome.receipt().ifPresent(receipt -> times(wrong, receipt, before, after));
        wrong.forEach((field, what) -> findings.add(example + ": " + field + " " + what));
      }
    }
    findings.report();
  }

  private static void note(Map<String, String> wrong, String field, Object expected, Object was) {
    if (!expected.equals(was)) {
      wrong.put(field, "is " + Outcome.plain(was) + ", expected " + Outcome.plain(expected));
    }
  }

  private static void times(Map<String, String> wrong, Receipt receipt, Instant from, Instant to) {
    if (receipt.at().isBefore(from) || receipt.at().isAfter(to)) {
      wrong.put("at", "is not the environment's time of the question");
    }
    if (receipt.elapsed().isNegative() || receipt.elapsed().isZero()) {
      wrong.put("elapsed", "is " + receipt.elapsed() + ", expected the time that it took");
    }
  }

  static Optional<String> text(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  private static Optional<String> id(ReplyExample example, ScriptedVendor vendor) {
    boolean told =
        example.body().contains(ReplyExample.REQUEST_ID)
            || example.headers().containsValue(ReplyExample.REQUEST_ID);
    return told ? Optional.of(vendor.requestId()) : Optional.empty();
  }

  /**
   * Proves that the reply examples are whole: each value, gap, kind and charge is said by a reply
   * example or declared unsaid with a reason, and not both. When it fails, the message names the
   * constants: add the reply example that the vendor has for it, or {@code unsaid}.
   */
  @Clause(7)
  @Test
  final void everything_the_check_can_come_to_is_said_or_declared_unsaid() {
    Findings findings =
        new Findings("Everything that a check can come to is said or declared unsaid");
    findings.unless(
        !examples().isEmpty(),
        "nothing is said yet: add the first reply example, a whole reply of the vendor, what it means and"
            + " what it costs");
    Set<Enum<?>> said = new LinkedHashSet<>();
    examples().forEach(example -> said.addAll(Vocabulary.of(example)));
    if (!harness().uncovered(check).isEmpty()) {
      said.add(Gap.NOT_COVERED);
    }
    List<ReplyExamples.Unsaid> unsaid = harness().examples().unsaid(check);
    Set<Enum<?>> declared = new LinkedHashSet<>();
    for (ReplyExamples.Unsaid each : unsaid) {
      declared.addAll(each.what());
      findings.unless(!each.reason().isBlank(), each.what() + " is unsaid without a reason");
    }
    // In one line, whole: it is copied into the reply examples.
    List<String> open = new ArrayList<>();
    for (Enum<?> each : Vocabulary.all(check)) {
      if (!said.contains(each) && !declared.contains(each)) {
        open.add(Vocabulary.name(each));
      }
      findings.unless(
          !said.contains(each) || !declared.contains(each),
          Vocabulary.name(each) + " is declared unsaid, but a reply example says it");
    }
    findings.unless(
        open.isEmpty(),
        "neither said by a reply example nor declared unsaid: add a reply example for each, or"
            + " ReplyExamples.unsaid(CheckType.%s, \"why not\", %s)"
                .formatted(check.name(), String.join(", ", open)));
    findings.report();
  }

  /**
   * Proves that members which the vendor adds to its replies change nothing. When it fails, look
   * for a strict reader, or one that takes the first member of a name at any depth.
   */
  @Clause(8)
  @Test
  final void members_added_to_a_reply_change_nothing() {
    Findings findings = new Findings("Members that a vendor adds to its replies change nothing");
    try (TestBench bench = TestBench.open(harness())) {
      for (ReplyExample example : examples()) {
        Json.object(example.body())
            .ifPresent(
                object -> {
                  Outcome outcome = said(bench, example.body(Json.grown(object)));
                  findings.unless(
                      outcome.means(example.means()),
                      "with extra members, " + differs(example, outcome));
                });
      }
    }
    findings.report();
  }

  /**
   * Proves that a code which stands on no page is never an answer with a value, stays on the
   * receipt, and is logged as one WARN. When it fails, look for a default that means success, for a
   * match by prefix, or for a missing {@code CodeTable.decide}. Needs a reply example that is
   * {@code unlisted}.
   */
  @Clause(9)
  @Test
  final void a_code_that_no_page_lists_is_never_a_value_and_is_told_once() {
    Findings findings = new Findings("A code that no page lists is PROTOCOL or UNDISCLOSED");
    List<ReplyExample> unlisted = examples().stream().filter(example -> !example.listed()).toList();
    findings.unless(
        !unlisted.isEmpty(),
        "there is no reply example that is unlisted: add a reply with a code that no page lists, by"
            + " ReplyExample.unlisted");
    for (ReplyExample example : unlisted) {
      try (TestBench bench = TestBench.open(harness());
          CapturedLogs logs = CapturedLogs.open()) {
        Outcome outcome = said(bench, example);
        findings.unless(
            outcome.is(FailureKind.PROTOCOL) || outcome.lacks(Gap.UNDISCLOSED),
            differs(example, outcome));
        findings.unless(
            outcome.vendorCode().equals(text(example.code())),
            example + ": the raw code is not kept: it came " + outcome.code());
        long warnings = logs.lines().stream().filter(line -> line.startsWith("WARN")).count();
        findings.unless(
            warnings == 1, example + ": logged " + warnings + " lines at WARN, expected 1");
      }
    }
    findings.report();
  }

  /**
   * Proves that a refusal counts before whatever else a reply holds: vendors send placeholders in
   * the place of a verdict. When it fails, decode the result code first, and the verdict after it.
   */
  @Clause(10)
  @Test
  final void a_refusal_counts_before_a_verdict_in_the_same_reply() {
    Findings findings = new Findings("A refusal counts before a verdict in the same reply");
    List<ReplyExample> refusals =
        examples().stream()
            .filter(example -> example.means() instanceof Meaning.Failed<?>)
            .filter(example -> example.listed() && !example.code().isEmpty())
            .filter(example -> !example.means().equals(Meaning.failed(FailureKind.PROTOCOL)))
            .toList();
    Optional<ReplyExample> verdict =
        examples().stream()
            .filter(example -> example.means() instanceof Meaning.Value<?>)
            .findFirst();
    try (TestBench bench = TestBench.open(harness())) {
      for (ReplyExample refusal : refusals) {
        Json.object(refusal.body())
            .flatMap(
                object ->
                    verdict
                        .flatMap(example -> Json.object(example.body()))
                        .map(behind -> Json.over(object, behind)))
            .ifPresent(
                mixed -> {
                  Outcome outcome = said(bench, refusal.body(mixed.toString()));
                  findings.unless(
                      outcome.means(refusal.means()),
                      "beside the verdict of " + verdict.get() + ", " + differs(refusal, outcome));
                });
      }
    }
    findings.report();
  }
}
