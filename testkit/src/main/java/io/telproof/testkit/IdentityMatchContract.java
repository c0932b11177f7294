package io.telproof.testkit;

import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.spi.CheckType;
import io.telproof.testkit.internal.CheckFacts;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.telproof.IdentityMatch} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Clause.Prefix("IM")
public abstract class IdentityMatchContract extends CheckContract {
  private static final LocalDate BIRTH_DATE = LocalDate.of(1987, 12, 4);

  /** For contract tests. */
  protected IdentityMatchContract() {
    super(CheckType.IDENTITY_MATCH);
  }

  /**
   * Proves that a claim of a name without an identity number is compared as such, with what its
   * examples say, or is NOT_COVERED, free, and unsent. When it fails, look at {@code Coverage} of
   * the offers, and at what is sent in the place of the identity number; {@code
   * examplesOfNameAlone} of the harness says what the vendor answers.
   */
  @Clause(14)
  @Test
  final void a_claim_of_a_name_alone_is_compared_as_such_or_not_covered() {
    Findings findings =
        new Findings("A claim of a name alone is compared as such, or NOT_COVERED, free, unsent");
    Optional<ReplyExamples> examples = harness().examplesOfNameAlone();
    try (TestBench bench = TestBench.open(harness())) {
      Question claim = bench.question(check).asking(CheckFacts::nameAlone);
      if (examples.isEmpty()) {
        examples().stream().findFirst().ifPresent(bench.vendor()::says);
        notCovered(findings, bench, claim, "a claim of a name alone");
      } else {
        findings.unless(
            !examples.get().examples(check).isEmpty(),
            "examplesOfNameAlone() of the harness has none of identity-match");
        for (ReplyExample example : examples.get().examples(check)) {
          bench.vendor().says(example);
          int before = bench.vendor().requests();
          Outcome outcome = bench.ask(claim);
          findings.unless(
              outcome.means(example.means())
                  && outcome.charge().equals(Optional.of(example.charge())),
              differs(example, outcome));
          bench.vendor().seen().stream()
              .skip(before)
              .forEach(request -> withoutIdNumber(findings, claim, request));
        }
      }
    }
    findings.report();
  }

  private static void withoutIdNumber(
      Findings findings, Question claim, ScriptedVendor.SeenRequest request) {
    Map<String, String> fields = request.heard().fields();
    claim
        .words()
        .forEach(
            (what, word) ->
                findings.unless(
                    fields.containsValue(word) != word.equals(claim.person().idNumber()),
                    "of a claim of a name alone, the vendor heard %s: the %s is wrong"
                        .formatted(fields.values(), what)));
  }

  /**
   * Proves that a birth date which is claimed reaches the vendor, or the claim is NOT_COVERED,
   * free, and unsent: a MATCH that did not compare it would say more than is known. When it fails,
   * look at {@code Coverage} of the offers.
   */
  @Clause(15)
  @Test
  final void a_claimed_birth_date_is_compared_or_the_claim_is_not_covered() {
    Findings findings =
        new Findings("A claimed birth date is compared, or the claim is NOT_COVERED, free, unsent");
    try (TestBench bench = TestBench.open(harness())) {
      examples().stream().findFirst().ifPresent(bench.vendor()::says);
      Question claim =
          bench
              .question(check)
              .asking(
                  (question, handle) ->
                      CheckFacts.nameAlone(question, handle)
                          .withIdNumber(question.person().idNumber())
                          .withBirthDate(BIRTH_DATE));
      int before = bench.vendor().requests();
      Outcome outcome = bench.ask(claim);
      List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
      if (seen.size() == before) {
        notCovered(findings, bench, claim, "a claim with a birth date");
      } else {
        String day = harness().day(BIRTH_DATE);
        findings.unless(
            seen.get(before).heard().fields().containsValue(day),
            "the provider says %s, and the vendor did not hear the birth date as «%s»"
                .formatted(outcome.says(), day));
      }
    }
    findings.report();
  }

  private static void notCovered(Findings findings, TestBench bench, Question claim, String what) {
    long before = bench.sent();
    Outcome outcome = bench.ask(claim);
    findings.unless(
        outcome.lacks(Gap.NOT_COVERED) && outcome.charge().equals(Optional.of(Charge.FREE)),
        what + ": expected unknown: NOT_COVERED, FREE; the provider says " + outcome.says());
    long sent = bench.sent() - before;
    findings.unless(sent == 0, what + ": " + sent + " requests were sent");
  }
}
