package io.telproof.cli;

import io.telproof.Sensitive;
import io.telproof.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/**
 * Runs what people run, so that the classes it takes are loaded and can be archived: a start from
 * the archive takes half the time. Asks nobody but the sandbox in this process, and prints nothing.
 */
final class ArchiveTraining {
  private static final String CLAIM =
      "{\"name\":\"\u674e\u56db\",\"idNumber\":\"110101199003070000\"}";

  private ArchiveTraining() {}

  /** Runs each kind of command once. */
  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    run("check", "phone-status", "138 0013 8000");
    run("check", "phone-status", "+8613800138080", "--json");
    run("check", "tenure", "+8613800138000");
    run("check", "tenure", "+8613800138020", "--json");
    run("check", "identity", "+8613800138000", "--stdin");
    run("check", "phone-status", "+8613800138240");
    run("check", "phone-status", "+8613800138250", "--json");
    run("check", "phone-status", "138");
    run("code", "send", "+8613800138000");
    run("code", "verify", "+8613800138000");
    run("check", "pre-validated", "+8613800138000", "--json");
    run("providers");
    run("explain", "tenure");
    run("--help");
    withFile();
  }

  /** With a configuration in a file, in clear text and over TLS, as far as a handshake goes. */
  private static void withFile() {
    try (Sandbox sandbox = Sandbox.start(SimulatedVendor.openAll())) {
      URI endpoint = sandbox.endpoint();
      Path file = Files.createTempFile("telproof", ".conf");
      try {
        for (URI each : List.of(endpoint, URI.create("https://" + endpoint.getAuthority()))) {
          Files.writeString(
              file,
              "telproof { retry.attempts = 1, providers { "
                  + SimulatedVendor.TENCENT.line(each)
                  + " } }");
          run("config", "check", file.toString());
          run(
              "check",
              "phone-status",
              "+8613800138000",
              "--timeout",
              "2s",
              "--config",
              file.toString());
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    byte[] claim = CLAIM.getBytes(StandardCharsets.UTF_8);
    IoStreams surroundings =
        new IoStreams(
            new ByteArrayInputStream(claim),
            nowhere,
            nowhere,
            true,
            what -> Sensitive.of("123456"));
    Cli.run(surroundings, arguments);
  }
}
