package io.telproof.examples.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GuideTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String BEACON =
      "verification/testkit/src/test/java/io/telproof/examples/beacon";
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void every_snippet_of_the_guide_stands_in_acme_or_beacon_to_the_letter() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/writing-a-provider.md"));
    List<String> snippets =
        SNIPPET.matcher(guide).results().map(MatchResult::group).map(GuideTest::code).toList();
    assertThat(snippets).hasSizeGreaterThan(8);
    List<String> sources = new ArrayList<>();
    for (String folder : List.of("examples/provider-acme/src", BEACON)) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    assertThat(snippets)
        .allSatisfy(snippet -> assertThat(sources).anyMatch(source -> source.contains(snippet)));
  }

  private static String code(String block) {
    return block.substring("```java\n".length(), block.length() - "```".length());
  }
}
