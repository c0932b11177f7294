package io.telproof.examples.shop;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody asks before using Telproof is answered on a page to which README leads. */
final class QuestionsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern FENCED =
      Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(telproof-[\\w-]+)</artifactId>");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is it?                           | README.md | Telproof
          Was it run against a live vendor?     | docs/promises.md | No live call was made
          Can I see it work?                    | README.md | Try it
          How do I begin?                       | docs/tutorial.md | 2. Write the project
          How do I add it to a project?         | README.md | Add it to a project
          Which modules are there?              | docs/modules.md | Modules
          Which countries does it serve?        | README.md | Who answers what, and where
          Which check answers my question?      | docs/vocabulary.md | Which check for which question
          What does an answer look like?        | docs/vocabulary.md | What an answer looks like
          What does a failure look like?        | docs/failures-and-money.md | Failures and money
          How long may a call take?             | docs/timeouts-and-threads.md | The default times
          May threads share a client?           | docs/timeouts-and-threads.md | What may be shared
          What are the limits?                  | docs/limits.md | Whose limit it is
          How do I test my application?         | docs/testing.md | The sandbox
          How do I use it with Guice?           | docs/guice.md | In a Guice application
          How do I use it with Spring?          | docs/frameworks.md | Spring Boot
          How do I use it with Quarkus?         | docs/frameworks.md | Quarkus and CDI
          How do I use it with Micronaut?       | docs/frameworks.md | Micronaut
          Which versions go together?           | docs/versions.md | The versions that work
          How do I use it with Gradle?          | docs/versions.md | Gradle
          May I shade it?                       | docs/versions.md | One jar
          What does it cost?                    | docs/money.md | Prices
          What changes with a new version?      | docs/compatibility.md | What is protected
          What does a configuration look like?  | docs/configuration.md | Configuration
          How are keys rotated?                 | docs/credentials.md | Credentials that change
          What can I measure?                   | docs/observability.md | Meters
          How fast is it?                       | docs/performance.md | What a call costs
          How do I swap the vendor?             | docs/swapping-a-vendor.md | Swapping a vendor
          How do I leave a vendor's SDK?        | docs/moving-from-the-sdks.md | Moving from the vendors' SDKs
          How do I add a vendor?                | docs/writing-a-provider.md | Writing a provider
          How do I contribute?                  | CONTRIBUTING.md | Contributing
          """)
  void a_question_is_answered_under_a_heading_to_which_readme_leads(
      String question, String page, String heading) throws IOException {
    assertThat(headings(page)).as(question).contains(heading);
    if (!page.equals("README.md")) {
      assertThat(linked()).as("the pages that README links: %s", question).contains(page);
    }
  }

  private static String text(Path page) throws IOException {
    return FENCED.matcher(Files.readString(page)).replaceAll("");
  }

  private static Set<String> headings(String page) throws IOException {
    return headings(ROOT.resolve(page)).collect(toSet());
  }

  private static Stream<String> headings(Path page) throws IOException {
    return HEADING.matcher(text(page)).results().map(heading -> heading.group(1).strip());
  }

  private static Set<String> linked() throws IOException {
    return LINK.matcher(text(ROOT.resolve("README.md")))
        .results()
        .map(link -> link.group(1))
        .collect(toSet());
  }

  static Stream<Path> pages() throws IOException {
    return Stream.concat(DocsTest.pages().stream(), Stream.of(ROOT.resolve("CONTRIBUTING.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_link_to_a_heading_leads_to_one_that_is_there(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
      if (link.group(2) != null) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(headings(target).map(QuestionsTest::anchor))
            .as("the headings of %s", target)
            .contains(link.group(2));
      }
    }
  }

  /** As a forge makes it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  @Test
  void the_front_page_is_short() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(120);
  }

  @Test
  void every_page_is_linked_from_the_front_page() throws IOException {
    Set<String> linked = linked();
    Set<String> trials = Set.of("docs/storm.md", "docs/limits-trial.md", "docs/ledger-trial.md");
    assertThat(DocsTest.pages())
        .map(page -> ROOT.relativize(page).toString())
        .filteredOn(page -> page.startsWith("docs/") && !page.startsWith("docs/decisions/"))
        .filteredOn(page -> !trials.contains(page))
        .allMatch(linked::contains);
  }

  @Test
  void the_page_of_modules_has_each_artifact_of_the_bom() throws IOException {
    String modules = Files.readString(ROOT.resolve("docs/modules.md"));
    assertThat(ARTIFACT.matcher(Files.readString(ROOT.resolve("bom/pom.xml"))).results())
        .extracting(artifact -> artifact.group(1))
        .hasSizeGreaterThan(10)
        .allSatisfy(artifact -> assertThat(modules).contains("| `" + artifact + "` |"));
  }
}
