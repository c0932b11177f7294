package io.telproof.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.telproof.spi.VerificationProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found by reflection is told to a native image, in each jar that has such a thing. */
final class ReachabilityMetadataTest {
  private static final Path ROOT = Path.of("..", "..");

  /** A test, a cluster's job and an application of Guice run on a JVM. */
  private static final Set<PublishedModule> ON_A_JVM_ALONE =
      EnumSet.of(PublishedModule.TESTKIT, PublishedModule.FLINK, PublishedModule.GUICE);

  @ParameterizedTest
  @EnumSource
  void what_is_bound_by_reflection_is_listed_in_the_jar(PublishedModule module) throws IOException {
    Path folder = ROOT.resolve(module.folder());
    Path page =
        folder
            .resolve("src/main/resources/META-INF/native-image/io.telproof")
            .resolve("telproof-" + module.folder())
            .resolve("reachability-metadata.json");
    Path copy = Path.of("target", "native-image", module.folder() + ".json");
    String now = ON_A_JVM_ALONE.contains(module) ? "" : ReachabilityMetadata.of(module, folder);
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, now);
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as(
            "What %s binds by reflection is not what its reachability metadata lists. Copy over %s:"
                + " verification/api/%s",
            module.folder(), page.normalize(), copy)
        .isEqualTo(now);
  }

  @ParameterizedTest
  @EnumSource
  void the_list_is_json(PublishedModule module) throws IOException {
    String text = ReachabilityMetadata.of(module, ROOT.resolve(module.folder()));
    try (JsonParser json = new JsonFactory().createParser(text)) {
      while (json.nextToken() != null) {
        json.skipChildren();
      }
      assertThat(json.currentLocation().getCharOffset()).isEqualTo(text.length());
    }
  }

  @Test
  void the_settings_of_every_provider_are_listed_with_their_constructor() throws IOException {
    StringBuilder all = new StringBuilder();
    for (PublishedModule module : PublishedModule.values()) {
      all.append(ReachabilityMetadata.of(module, ROOT.resolve(module.folder())));
    }
    assertThat(ServiceLoader.load(VerificationProviderFactory.class))
        .isNotEmpty()
        .allSatisfy(
            factory ->
                assertThat(all)
                    .contains(
                        "\"" + factory.settings().getName() + "\", \"allDeclaredConstructors\"")
                    .contains("\"" + factory.getClass().getName() + "\", \"methods\""));
  }
}
