package io.telproof.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The tests of the tests: a kit is as good as the broken providers it rejects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenAcmeTest {
  /** {@code -Dtelproof.matrix=full} holds every clause against every fault. */
  private static final boolean FULL = "full".equals(System.getProperty("telproof.matrix"));

  private final List<Verdict> verdicts = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> rejected_by_its_clause_in_words_that_let_its_author_mend_it() {
    return Catalogue.all().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> rejected(fault)));
  }

  @TestFactory
  Stream<DynamicTest> in_the_full_matrix_all_the_other_clauses_have_their_say() {
    return Catalogue.all().stream().filter(fault -> FULL).flatMap(this::others);
  }

  private Stream<DynamicTest> others(Fault fault) {
    return BrokenContracts.BY_FAMILY.keySet().stream()
        .sorted()
        .map(family -> DynamicTest.dynamicTest(fault + " x " + family, () -> say(fault, family)));
  }

  private void say(Fault fault, String family) {
    Verdict verdict = Verdict.of(fault, BrokenContracts.of(family));
    verdicts.add(verdict);
    assertThat(verdict.red().keySet()).allMatch(clause -> clause.startsWith(family));
  }

  private void rejected(Fault fault) {
    Verdict verdict = Verdict.ofItsClause(fault);
    verdicts.add(verdict);
    assertThat(verdict.red())
        .as("the clause that turns red for: " + fault)
        .containsKey(fault.clause());
    assertThat(verdict.message())
        .contains(fault.words())
        .as("what Java prints of an optional value is no word for people")
        .doesNotContainPattern("Optional(Int)?[.\\[]");
  }

  @Test
  void every_clause_has_a_fault_that_turns_it_red_and_every_family_three() {
    assertThat(Matrix.clauses().keySet())
        .isEqualTo(new TreeSet<>(Catalogue.all().stream().map(Fault::clause).toList()));
    assertThat(Catalogue.all()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    for (String family : BrokenContracts.BY_FAMILY.keySet()) {
      assertThat(Catalogue.all())
          .filteredOn(fault -> fault.family().equals(family))
          .as(family)
          .hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @AfterAll
  void print() throws IOException {
    String matrix = Matrix.print(verdicts);
    Files.writeString(Path.of("target", "contract-matrix.txt"), matrix);
    System.out.println(matrix);
  }
}
