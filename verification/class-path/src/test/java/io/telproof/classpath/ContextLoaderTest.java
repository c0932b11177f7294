package io.telproof.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Threads whose context is not the application's: those of the common pool in an executable jar
 * have Java's own, and some have none.
 */
class ContextLoaderTest {
  @TempDir private Path folder;

  static List<ClassLoader> foreign() {
    return Arrays.asList(ClassLoader.getPlatformClassLoader(), null);
  }

  private ClassPath application() throws IOException {
    Files.writeString(
        folder.resolve("application.conf"),
        "telproof.retry.attempts = 7, include classpath(\"more.conf\")");
    Files.writeString(folder.resolve("more.conf"), "telproof.breaker.window = 77");
    return ClassPath.ours().first(folder);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void a_module_is_found_beside_the_client(ClassLoader context) throws IOException {
    try (URLClassLoader loader = application().loader()) {
      assertThat(ClassPath.run(loader, context, "problems", Vendor.NOWHERE)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void the_applications_configuration_is_found_beside_the_client(ClassLoader context)
      throws IOException {
    try (URLClassLoader loader = application().loader()) {
      assertThat(ClassPath.run(loader, context, "load", "telproof.retry.attempts"))
          .containsExactly("7");
      assertThat(ClassPath.run(loader, context, "load", "telproof.breaker.window"))
          .containsExactly("77");
    }
  }

  @Test
  void a_module_and_a_configuration_are_found_where_the_context_alone_has_them()
      throws IOException {
    Modules.write(folder, StrangersModule.class.getName());
    String configuration = "telproof.providers.main.type = stranger";
    try (URLClassLoader client = ClassPath.ours().loader()) {
      assertThat(ClassPath.run(client, client, "problems", configuration))
          .singleElement()
          .asString()
          .contains("no module offers it");
      application();
      try (URLClassLoader context =
          new URLClassLoader(new URL[] {folder.toUri().toURL()}, client)) {
        assertThat(ClassPath.run(client, context, "problems", configuration)).isEmpty();
        assertThat(ClassPath.run(client, context, "load", "telproof.retry.attempts"))
            .containsExactly("7");
      }
    }
  }
}
