package io.telproof.testkit;

import io.telproof.SimSwapQuery;
import io.telproof.spi.CheckType;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.telproof.SimSwapCheck} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Clause.Prefix("SS")
public abstract class SimSwapContract extends CheckContract {
  private static final List<Duration> TIMES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(10), Duration.ofDays(100));

  /** For contract tests. */
  protected SimSwapContract() {
    super(CheckType.SIM_SWAP);
  }

  /**
   * Proves that a reply is understood by the time that was asked for: a SIM card that was changed
   * three days ago was changed within a week and not within an hour. When it fails, look where the
   * time comes from that the answer speaks of.
   */
  @Clause(14)
  @Test
  final void each_reply_means_what_its_example_says_whatever_the_time() {
    Findings findings = new Findings("Each reply means what its example says of the time");
    try (TestBench bench = TestBench.open(harness())) {
      for (Duration within : TIMES) {
        for (ReplyExample example : harness().examples(within).examples(check)) {
          bench.vendor().says(example);
          Outcome outcome = bench.ask(question(bench, within));
          findings.unless(
              outcome.means(example.means()),
              "asked for %d hours, %s".formatted(within.toHours(), differs(example, outcome)));
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that the vendor hears the time that was asked for, where it is told one. When it fails,
   * look at what is sent in its place; {@code within} of the harness says how the vendor reads it.
   */
  @Clause(15)
  @Test
  final void the_vendor_hears_the_time() {
    Findings findings = new Findings("The vendor hears the time that was asked for");
    Set<Object> meanings = new HashSet<>();
    boolean told = false;
    try (TestBench bench = TestBench.open(harness())) {
      examples().stream().findFirst().ifPresent(bench.vendor()::says);
      for (Duration within : TIMES) {
        meanings.add(
            harness().examples(within).examples(check).stream().map(ReplyExample::means).toList());
        Optional<String> expected = harness().within(within);
        told |= expected.isPresent();
        expected.ifPresent(text -> heard(findings, bench, within, text));
      }
    }
    findings.unless(
        told || meanings.size() > 1,
        "the vendor is not told the time, and yet no reply means another thing within another one:"
            + " say by within(…) of the harness how the vendor hears of it, or by examples(…) what"
            + " its replies mean then");
    findings.report();
  }

  private Question question(TestBench bench, Duration within) {
    return bench
        .question(check)
        .asking((question, handle) -> SimSwapQuery.of(question.number(), within));
  }

  private void heard(Findings findings, TestBench bench, Duration within, String expected) {
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(question(bench, within));
    List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
    if (seen.size() == before) {
      findings.add("the vendor heard nothing; the provider says " + outcome.says());
      return;
    }
    Map<String, String> fields = seen.get(before).heard().fields();
    findings.unless(
        fields.containsValue(expected),
        "asked for %d hours, the vendor should hear «%s»; it heard %s"
            .formatted(within.toHours(), expected, fields.values()));
  }
}
