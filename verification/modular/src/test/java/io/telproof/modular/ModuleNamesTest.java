package io.telproof.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a modular application needs of each published jar: a name that stays, and no split package.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleNamesTest {
  private static final String CORE = "io.telproof.core";

  static Iterable<Path> published() throws IOException {
    return PublishedJars.all();
  }

  @ParameterizedTest
  @MethodSource("published")
  void every_published_jar_says_its_module_name(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String said = file.getManifest().getMainAttributes().getValue("Automatic-Module-Name");

      // Otherwise Java would make one up from the name of the file.
      assertThat(said).startsWith("io.telproof.").isNotEqualTo("io.telproof.unpublished");
      assertThat(descriptor(jar).name()).isEqualTo(said);
      assertThat(descriptor(jar).packages()).contains(said.equals(CORE) ? "io.telproof" : said);
    }
  }

  @Test
  void no_two_published_jars_share_a_name_or_a_package() throws IOException {
    Map<String, String> modules = new HashMap<>();
    Map<String, String> packages = new HashMap<>();
    for (Path jar : PublishedJars.all()) {
      String file = jar.getFileName().toString();
      ModuleDescriptor module = descriptor(jar);
      assertThat(modules.put(module.name(), file)).as(module.name() + " is also in").isNull();
      for (String name : module.packages()) {
        assertThat(packages.put(name, file)).as(name + " of " + file + " is also in").isNull();
      }
    }
    assertThat(packages)
        .containsKeys(
            "io.telproof",
            "io.telproof.spi.http.oauth",
            "io.telproof.client",
            "io.telproof.tencent",
            "io.telproof.camara",
            "io.telproof.twilio",
            "io.telproof.meta");
  }

  private static ModuleDescriptor descriptor(Path jar) {
    return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
  }
}
