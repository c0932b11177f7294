package io.telproof.modular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a module-info, in a process of its own, on the JDK that runs the tests. */
class ModularApplicationTest {
  private static final Path SOURCES = Path.of("src/application");

  /** The jars of the application, as the build wrote them down. */
  private static final Path MODULE_PATH = Path.of("target/application.modulepath");

  @TempDir private Path directory;

  @Test
  void asks_by_its_requires_alone_and_without_a_flag() throws Exception {
    String modulePath = Files.readString(MODULE_PATH).strip();
    Path application = compiled(modulePath);

    try (Sandbox sandbox = Sandbox.start(new TencentVendor())) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-p",
                  application + File.pathSeparator + modulePath,
                  "-m",
                  "modular.application/modular.application.Main",
                  configuration(sandbox).toString(),
                  Scenario.SUSPENDED.phoneNumber(0))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> said = process.inputReader(UTF_8).lines().toList();

      assertThat(process.waitFor()).isZero();
      assertThat(said).containsExactly("SUSPENDED", "main", "CHARGED", "module io.telproof.client");
      assertThat(sandbox.bill().lines())
          .extracting(Bill.Line::operation)
          .containsExactly("MobileStatus");
    }
  }

  /** Compiles the application against the module path, where its names are looked for too. */
  private Path compiled(String modulePath) throws IOException {
    Path classes = directory.resolve("classes");
    Stream<String> options =
        Stream.of("--release", "17", "-Werror", "-p", modulePath, "-d", classes.toString());
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Stream<String> sources =
          files.map(Path::toString).filter(file -> file.endsWith(".java")).sorted();
      int status =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(System.out, System.err, Stream.concat(options, sources).toArray(String[]::new));
      assertThat(status).as("javac's exit status").isZero();
    }
    return classes;
  }

  private Path configuration(Sandbox sandbox) throws IOException {
    return Files.writeString(
        directory.resolve("application.conf"),
        """
        telproof {
          providers.main {
            type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s"
          }
          routes.phone-status = main
        }
        """
            .formatted(
                TencentVendor.CREDENTIALS.secretId(),
                TencentVendor.CREDENTIALS.secretKey(),
                sandbox.endpoint()));
  }
}
