package io.telproof.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that are one jar, in which of many files of one name the first was kept. */
class MergedJarTest {
  private static final String NOTHING = "nothing";

  @TempDir private Path folder;

  private Path application;
  private Path jar;

  @BeforeEach
  void application() throws IOException {
    application = Files.createDirectory(folder.resolve("application"));
    jar = folder.resolve("application.jar");
    Files.writeString(application.resolve("reference.conf"), "shop.name = shop");
  }

  @Test
  void works_with_the_applications_reference_instead_of_ours() throws IOException {
    try (Vendor vendor = new Vendor()) {
      assertThat(
              MergedJar.classPath(jar, application, NOTHING)
                  .run("ask", vendor.configuration(), Vendor.NUMBER))
          .containsExactly("SUSPENDED", "SUSPENDED", "counted 2");
    }
  }

  @Test
  void that_lost_the_defaults_is_refused_by_a_sentence() throws IOException {
    ClassPath merged = MergedJar.classPath(jar, application, "telproof-reference.conf");
    assertThat(merged.run("problems", Vendor.NOWHERE))
        .singleElement()
        .asString()
        .startsWith("telproof: the client's defaults are not on the class path")
        .contains("telproof-reference.conf of telproof-client", jar.toString());
    assertThatThrownBy(() -> merged.run("ask", Vendor.NOWHERE, Vendor.NUMBER))
        .hasMessageContaining("the client's defaults are not on the class path");
  }

  @Test
  void that_lost_a_modules_services_is_told_so() throws IOException {
    Modules.write(application, StrangersModule.class.getName());
    assertThat(MergedJar.classPath(jar, application, NOTHING).run("problems", Vendor.NOWHERE))
        .singleElement()
        .asString()
        .contains("no module offers it; found on the class path: stranger; " + jar)
        .contains("META-INF/services have to be merged as well");
  }
}
