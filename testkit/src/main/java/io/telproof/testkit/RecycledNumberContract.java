package io.telproof.testkit;

import io.telproof.RecycledQuery;
import io.telproof.spi.CheckType;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.telproof.RecycledNumberCheck} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Clause.Prefix("RN")
public abstract class RecycledNumberContract extends CheckContract {
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2024, 5, 1), LocalDate.of(2019, 12, 31), LocalDate.of(2020, 2, 29));

  /** For contract tests. */
  protected RecycledNumberContract() {
    super(CheckType.RECYCLED_NUMBER);
  }

  /**
   * Proves that the vendor hears the day that was asked for, and no other: a day earlier or later
   * is somebody else's number. When it fails, look for a time zone where the day is written; {@code
   * day} of the harness says how the vendor reads it.
   */
  @Clause(14)
  @Test
  final void the_vendor_hears_the_day() {
    Findings findings = new Findings("The vendor hears the day that was asked for");
    try (TestBench bench = TestBench.open(harness())) {
      examples().stream().findFirst().ifPresent(bench.vendor()::says);
      for (LocalDate day : DAYS) {
        int before = bench.vendor().requests();
        Outcome outcome =
            bench.ask(
                bench
                    .question(check)
                    .asking((question, handle) -> RecycledQuery.of(question.number(), day)));
        List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
        if (seen.size() == before) {
          findings.add("the vendor heard nothing; the provider says " + outcome.says());
          continue;
        }
        Map<String, String> fields = seen.get(before).heard().fields();
        String expected = harness().day(day);
        findings.unless(
            fields.containsValue(expected),
            "asked for %s, the vendor should hear «%s»; it heard %s"
                .formatted(day, expected, fields.values()));
      }
    }
    findings.report();
  }
}
