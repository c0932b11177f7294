package io.telproof.examples.acme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Clauses and the faults that turn them red, for people. */
final class Matrix {
  private static final String HEAD =
      """
      # The contract

      What every provider is held to. Each clause is itself tested by providers that are broken in
      exactly the way that stands beside it; a clause that none of them turns red fails the build.
      The same acme with nothing wrong, as narrow and as impatient, turns none of them red; nor does
      beacon, which gives access tokens.

      The build holds each broken provider against the clause that must reject it. All of them
      against every clause, printed to `verification/testkit/target/contract-matrix.txt`, is a
      command of its own:

          mvn -pl verification/testkit -am test -Dtest=BrokenAcmeTest -Dtelproof.matrix=full \\
            -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false

      <!-- The rest is printed from the code. -->

      """;

  private Matrix() {}

  /** Every clause of every contract, and its sentence. */
  static Map<String, String> clauses() {
    Map<String, String> clauses = new TreeMap<>();
    for (Class<?> contract : BrokenContracts.BY_FAMILY.values()) {
      BrokenContracts.clauses(contract)
          .forEach((id, method) -> clauses.put(id, method.getName().replace('_', ' ')));
    }
    return clauses;
  }

  /** The page of the documentation. */
  static String page() {
    List<Fault> faults = Catalogue.all();
    Map<String, String> clauses = clauses();
    StringBuilder page = new StringBuilder(HEAD);
    page.append(clauses.size()).append(" clauses, ").append(faults.size());
    page.append(" broken providers.\n\n| clause | promise | rejects |\n|---|---|---|\n");
    clauses.forEach(
        (clause, sentence) ->
            page.append("| ")
                .append(clause)
                .append(" | ")
                .append(sentence)
                .append(" | ")
                .append(
                    String.join(
                        "; ",
                        faults.stream()
                            .filter(fault -> fault.clause().equals(clause))
                            .map(Fault::name)
                            .toList()))
                .append(" |\n"));
    return page.toString();
  }

  /** What a run found: for each clause, the faults that turned it red, its own with a star. */
  static String print(List<Verdict> verdicts) {
    Map<String, Set<String>> red = new TreeMap<>();
    clauses().keySet().forEach(clause -> red.put(clause, new LinkedHashSet<>()));
    for (Verdict verdict : verdicts) {
      for (String clause : verdict.red().keySet()) {
        boolean own = clause.equals(verdict.fault().clause());
        red.computeIfAbsent(clause, unknown -> new LinkedHashSet<>())
            .add((own ? "*" : "") + verdict.fault().name());
      }
    }
    long rejected =
        verdicts.stream()
            .filter(verdict -> verdict.red().containsKey(verdict.fault().clause()))
            .map(Verdict::fault)
            .distinct()
            .count();
    long faults = verdicts.stream().map(Verdict::fault).distinct().count();
    StringBuilder text = new StringBuilder("clause x fault: each clause and what turns it red\n");
    red.forEach(
        (clause, names) -> text.append("%s  %s%n".formatted(clause, String.join("; ", names))));
    return text.append(
            "%d clauses, %d faults, %d rejected by their own clause%n"
                .formatted(clauses().size(), faults, rejected))
        .toString();
  }
}
