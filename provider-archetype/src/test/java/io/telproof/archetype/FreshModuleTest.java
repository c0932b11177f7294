package io.telproof.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreshModuleTest {
  private static final FreshModule SIGNED = new FreshModule("fresh");
  private static final FreshModule WITH_TOKENS = new FreshModule("oauth");

  /** What is left to do in every fresh module, and the words by which its clause says so. */
  private static final Map<String, String> LEFT_TO_DO =
      Map.ofEntries(
          Map.entry("PS-01", "there is no reply example for it"),
          Map.entry("PS-06", "there is no reply example to answer with"),
          Map.entry("PS-07", "nothing is said yet: add the first reply example"),
          Map.entry("PS-09", "add a reply with a code that no page lists"),
          Map.entry("PS-11", "there have to be two reply examples that differ"),
          Map.entry("WI-17", "so that answers can be told apart"),
          Map.entry("WI-18", "there is no reply example to answer with"));

  private static final Map<String, String> LEFT_TO_SIGN =
      Map.of(
          "WI-01", "the vendor objects to the signature",
          "WI-02", "without a code: is the signature the vendor's (WI-01), and the nonce its own?",
          "WI-03", "the signature was stale, or is wrong as such (WI-01)",
          "WI-16", "with a source of wrong keys, expected fails UNAUTHORIZED");

  /** Tokens are got already; what is missing is an answer. */
  private static final Map<String, String> LEFT_TO_ANSWER =
      Map.of(
          "TO-01", "with tokens to be had again, it came to fails PROTOCOL",
          "TO-04", "with tokens to be had again, it came to fails PROTOCOL",
          "TO-05", "and an answer; 2 with 2 came to fails PROTOCOL",
          "TO-06", "after a token's end, 1 questions came to fails PROTOCOL",
          "TO-07", "expected an answer; came to fails PROTOCOL",
          "TO-08", "expected an answer; came to fails PROTOCOL",
          "WI-15", "with a clock two days behind, 1 requests came to fails PROTOCOL");

  @Test
  void a_module_that_signs_compiles_and_its_kit_fails_with_the_list_of_what_is_left_to_do()
      throws IOException {
    fails(SIGNED, LEFT_TO_SIGN);
  }

  @Test
  void a_module_with_tokens_compiles_and_its_kit_fails_with_the_list_of_what_is_left_to_do()
      throws IOException {
    fails(WITH_TOKENS, LEFT_TO_ANSWER);
  }

  private static void fails(FreshModule module, Map<String, String> more) throws IOException {
    Map<String, String> left = new TreeMap<>(LEFT_TO_DO);
    left.putAll(more);
    assertThat(module.compile()).isEmpty();
    FreshModule.Run run = module.run();
    assertThat(run.clauses()).hasSizeGreaterThan(60);
    assertThat(run.red()).containsOnlyKeys(left.keySet());
    left.forEach((clause, words) -> assertThat(run.red().get(clause)).contains(words));
    assertThat(run.red().values()).noneMatch(said -> said.contains("Optional"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fresh", "oauth"})
  void a_module_starts_with_the_versions_of_this_build_and_no_template_is_left(String project)
      throws IOException {
    Map<String, String> files = new FreshModule(project).files();
    assertThat(files).containsKey("pom.xml");
    assertThat(files.values())
        .allSatisfy(
            text -> assertThat(text).doesNotContain("${", "__prefix__", "#if", "#else", "#end"));
    assertThat(List.of(files.getOrDefault("pom.xml", "").split("\n")))
        .anyMatch(line -> line.contains("<artifactId>telproof-testkit</artifactId>"));
  }

  @Test
  void a_module_has_a_signer_or_a_contract_test_for_tokens_as_it_was_asked_for()
      throws IOException {
    String signer = "src/main/java/org/example/%1$s/%2$sSigner.java";
    String tokens = "src/test/java/org/example/%1$s/%2$sTokenContractTest.java";
    assertThat(SIGNED.files())
        .containsKey(signer.formatted("fresh", "Fresh"))
        .doesNotContainKey(tokens.formatted("fresh", "Fresh"));
    assertThat(WITH_TOKENS.files())
        .containsKey(tokens.formatted("oauth", "Oauth"))
        .doesNotContainKey(signer.formatted("oauth", "Oauth"));
  }
}
