package io.telproof.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FreshModuleTest {
  /** What is left to do in a fresh module, and the words by which its clause says so. */
  private static final Map<String, String> LEFT_TO_DO =
      Map.ofEntries(
          Map.entry("PS-01", "there is no reply example for it"),
          Map.entry("PS-06", "there is no reply example to answer with"),
          Map.entry("PS-07", "nothing is said yet: add the first reply example"),
          Map.entry("PS-09", "add a reply with a code that no page lists"),
          Map.entry("PS-11", "there have to be two reply examples that differ"),
          Map.entry("WI-01", "the vendor objects to the signature"),
          Map.entry("WI-02", "is the nonce its own?"),
          Map.entry("WI-03", "the signature was stale"),
          Map.entry("WI-16", "with a source of wrong keys, expected fails UNAUTHORIZED"),
          Map.entry("WI-17", "so that answers can be told apart"),
          Map.entry("WI-18", "there is no reply example to answer with"));

  @Test
  void a_fresh_module_compiles_and_its_kit_fails_with_the_list_of_what_is_left_to_do()
      throws IOException {
    assertThat(FreshModule.compile()).isEmpty();
    FreshModule.Run run = FreshModule.run();
    assertThat(run.clauses()).hasSizeGreaterThan(60);
    assertThat(run.red()).containsOnlyKeys(LEFT_TO_DO.keySet());
    LEFT_TO_DO.forEach((clause, words) -> assertThat(run.red().get(clause)).contains(words));
  }

  @Test
  void a_fresh_module_starts_with_the_versions_of_this_build_and_no_template_is_left()
      throws IOException {
    Map<String, String> files = FreshModule.files();
    assertThat(files).containsKeys("pom.xml", "src/main/java/org/example/fresh/FreshSigner.java");
    assertThat(files.values())
        .allSatisfy(text -> assertThat(text).doesNotContain("${", "__prefix__"));
    assertThat(List.of(files.getOrDefault("pom.xml", "").split("\n")))
        .anyMatch(line -> line.contains("<artifactId>telproof-testkit</artifactId>"));
  }
}
