package io.telproof.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody changes what others compile against without a line in the diff that says so. */
class PublicApiTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /** They hold no classes that anybody compiles against. */
  private static final List<String> WITHOUT_CLASSES = List.of("bom", "provider-archetype");

  @ParameterizedTest
  @EnumSource
  void the_public_types_and_members_are_those_of_the_checked_in_text(PublishedModule module)
      throws IOException {
    Path page = ROOT.resolve(module.folder()).resolve("api.txt");
    Path copy = Path.of("target", "api", module.folder() + ".txt");
    String now = ApiText.of(module.classes());
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, now);
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as(
            "The public API of %s is not that of %s/api.txt. If that is meant (see"
                + " docs/compatibility.md), copy over it: verification/api/%s",
            module.folder(), module.folder(), copy)
        .isEqualTo(now);
  }

  @Test
  void every_module_that_is_published_is_compared() throws IOException {
    List<String> published =
        MODULE
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map(MatchResult::group)
            .map(line -> line.replaceAll("</?module>", ""))
            .filter(folder -> !folder.contains("/") && !WITHOUT_CLASSES.contains(folder))
            .toList();
    assertThat(Arrays.stream(PublishedModule.values()).map(PublishedModule::folder))
        .containsExactlyInAnyOrderElementsOf(published);
  }
}
