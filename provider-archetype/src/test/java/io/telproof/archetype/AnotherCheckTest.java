package io.telproof.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the guide's section "Another check" says, done in a fresh module. */
final class AnotherCheckTest {
  private static final FreshModule FRESH = new FreshModule("fresh");
  private static final String MAIN = "src/main/java/org/example/fresh/";
  private static final String TEST = "src/test/java/org/example/fresh/";
  private static final String CONTRACT = TEST + "FreshPhoneStatusContractTest.java";
  private static final String REFERENCE = "src/main/resources/reference.conf";

  /** What is said of it beside what is said of every fresh module. */
  private static final Map<String, String> WITH_ITS_OFFER_ALONE =
      Map.of(
          "LI-08", "sim-swap is offered, but no class in org.example.fresh tests it",
          "the_limits_that_it_tells_are_those_of_the_offers()", "sim-swap = 5/s");

  private static final Map<String, String> WITH_ITS_CONTRACT_TEST =
      Map.of(
          "SS-01", "there is no reply example for it",
          "SS-06", "there is no reply example to answer with",
          "SS-07", "ReplyExamples.unsaid(CheckType.SIM_SWAP",
          "SS-09", "add a reply with a code that no page lists",
          "SS-11", "there have to be two reply examples that differ",
          "SS-15", "say by within(…) of the harness how the vendor hears of it");

  private static Set<String> saidBefore;

  @BeforeAll
  static void runTheModuleAsItIs() throws IOException {
    assertThat(FRESH.compile()).isEmpty();
    saidBefore = FRESH.run().red().keySet();
  }

  @Test
  void a_check_that_is_only_offered_misses_its_contract_test_and_its_limit_on_the_page_of_keys()
      throws IOException {
    saysMore(offering(), "offered", WITH_ITS_OFFER_ALONE);
  }

  @Test
  void with_its_contract_test_its_reply_examples_and_one_word_of_the_harness_are_left()
      throws IOException {
    Map<String, String> files = offering();
    files.put(
        CONTRACT.replace("PhoneStatus", "SimSwap"),
        text(CONTRACT).replace("PhoneStatus", "SimSwap"));
    String limit = "    # phone-status = 5/s\n";
    assertThat(text(REFERENCE)).contains(limit);
    files.put(REFERENCE, text(REFERENCE).replace(limit, limit + "    # sim-swap = 5/s\n"));
    saysMore(files, "tested", WITH_ITS_CONTRACT_TEST);
  }

  @Test
  void the_guide_names_the_clauses() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "writing-a-provider.md"));
    String section = guide.split("### Another check\n", 2)[1].split("\n## ", 2)[0];
    assertThat(section).contains("LI-08").contains(new TreeSet<>(WITH_ITS_CONTRACT_TEST.keySet()));
  }

  private static void saysMore(Map<String, String> files, String name, Map<String, String> more)
      throws IOException {
    FreshModule module = FRESH.with(name, files);
    assertThat(module.compile()).isEmpty();
    Map<String, String> red = new TreeMap<>(module.run().red());
    red.keySet().removeAll(saidBefore);
    assertThat(red).containsOnlyKeys(more.keySet());
    more.forEach((clause, words) -> assertThat(red.get(clause)).contains(words));
  }

  /** The operation is a copy of the first one, and the provider offers it. */
  private static Map<String, String> offering() throws IOException {
    Map<String, String> files = new TreeMap<>();
    files.put(
        MAIN + "SimChange.java",
        text(MAIN + "LineStatus.java")
            .replace("LineStatus", "SimChange")
            .replace("line-status", "sim-change")
            .replace("PhoneStatus", "SimSwap")
            .replace("PHONE_STATUS", "SIM_SWAP")
            .replace("import io.telproof.PhoneNumber;\n", "")
            .replace("SimSwapCheck;\n", "SimSwapCheck;\nimport io.telproof.SimSwapQuery;\n")
            .replace("PhoneNumber number,", "SimSwapQuery query,")
            .replace("serves(number)", "serves(query.number())")
            .replace("number.e164()", "query.number().e164()"));
    files.put(
        MAIN + "FreshProvider.java",
        text(MAIN + "FreshProvider.java")
            .replace(
                "import io.telproof.spi.Offer;",
                "import io.telproof.SimSwapCheck;\nimport io.telproof.spi.Offer;")
            .replace(
                "  private final LineStatus lineStatus;\n",
                "  private final LineStatus lineStatus;\n  private final SimChange simChange;\n")
            .replace(
                "new LineStatus(api);\n",
                "new LineStatus(api);\n    this.simChange = new SimChange(api);\n")
            .replace("LineStatus.offer()", "LineStatus.offer(), SimChange.offer()")
            .replace(
                "  @Override\n  public List<Offer>",
                """
                  @Override
                  public Optional<SimSwapCheck> simSwap() {
                    return Optional.of(simChange);
                  }

                  @Override
                  public List<Offer>\
                """));
    return files;
  }

  private static String text(String path) throws IOException {
    return FRESH.files().getOrDefault(path, "");
  }
}
