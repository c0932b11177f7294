package io.telproof.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The control: what is said of a broken acme is said of its fault, not of how little of acme it
 * shows or how impatient it is.
 */
final class MendedAcmeTest {
  /** Narrowing is itself the fault here: the package has contract tests for every check. */
  private static final String TESTED_MORE_THAN_OFFERED = "LI-08";

  @TestFactory
  Stream<DynamicTest> nothing_is_red_where_nothing_is_wrong() {
    return Catalogue.mended().stream()
        .map(mended -> DynamicTest.dynamicTest(mended.toString(), () -> green(mended)));
  }

  private static void green(Fault mended) {
    Verdict verdict = Verdict.of(mended, BrokenContracts.of(mended.family()));
    verdict.red().remove(TESTED_MORE_THAN_OFFERED);
    assertThat(verdict.red()).as("the clauses that turn red for " + mended).isEmpty();
  }

  @Test
  void every_family_has_a_control() {
    List<String> families = Catalogue.mended().stream().map(Fault::family).distinct().toList();
    assertThat(families).containsExactlyInAnyOrderElementsOf(BrokenContracts.BY_FAMILY.keySet());
  }
}
