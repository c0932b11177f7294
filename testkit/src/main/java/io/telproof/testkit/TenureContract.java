package io.telproof.testkit;

import io.telproof.spi.CheckType;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.telproof.TenureCheck} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Clause.Prefix("TE")
public abstract class TenureContract extends CheckContract {
  private static final List<Integer> THRESHOLDS = List.of(1, 3, 13, 60);

  /** For contract tests. */
  protected TenureContract() {
    super(CheckType.TENURE);
  }

  /**
   * Proves that a reply is understood by the threshold that was asked for, and that a question
   * without one comes to an answer or to a failure. When it fails, look where the months come from
   * that the answer has.
   */
  @Clause(14)
  @Test
  final void each_reply_means_what_its_example_says_whatever_the_threshold() {
    Findings findings = new Findings("Each reply means what its example says of the threshold");
    try (TestBench bench = TestBench.open(harness())) {
      for (int months : THRESHOLDS) {
        for (ReplyExample example : harness().examples(months).examples(check)) {
          bench.vendor().says(example);
          Outcome outcome = bench.ask(bench.question(check).from(OptionalInt.of(months)));
          findings.unless(
              outcome.means(example.means()),
              "asked for %d months, %s".formatted(months, differs(example, outcome)));
        }
      }
      bench.vendor().speaksForItself();
      Outcome outcome = bench.ask(bench.question(check).from(OptionalInt.empty()));
      findings.unless(
          outcome.meaning().isPresent(), "asked without a threshold, it came to " + outcome.says());
    }
    findings.report();
  }

  /**
   * Proves that the vendor hears the threshold that was asked for, where it is told one. When it
   * fails, look at what is sent in its place; {@code threshold} of the harness says how the vendor
   * reads it.
   */
  @Clause(15)
  @Test
  final void the_vendor_hears_the_threshold() {
    Findings findings = new Findings("The vendor hears the threshold that was asked for");
    Set<Object> meanings = new HashSet<>();
    boolean told = false;
    try (TestBench bench = TestBench.open(harness())) {
      for (int months : THRESHOLDS) {
        meanings.add(
            harness().examples(months).examples(check).stream().map(ReplyExample::means).toList());
        Optional<String> threshold = harness().threshold(months, bench.environment().time().now());
        told |= threshold.isPresent();
        threshold.ifPresent(text -> heard(findings, bench, months, text));
      }
    }
    findings.unless(
        told || meanings.size() == 1,
        "what a reply means depends on the threshold, but threshold(…) of the harness does not say"
            + " how the vendor hears of it");
    findings.report();
  }

  private void heard(Findings findings, TestBench bench, int months, String threshold) {
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(bench.question(check).from(OptionalInt.of(months)));
    List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
    if (seen.size() == before) {
      findings.add("the vendor heard nothing; the provider says " + outcome.says());
      return;
    }
    Map<String, String> fields = seen.get(before).heard().fields();
    findings.unless(
        fields.containsValue(threshold),
        "asked for %d months, the vendor should hear «%s»; it heard %s"
            .formatted(months, threshold, fields.values()));
  }
}
