package io.telproof.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom a command asks. */
final class ProviderOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The providers to ask, as HOCON. Without it, a sandbox inside this process is "
              + "asked.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "The configured provider to ask, whatever the routes say.")
  private Optional<String> provider = Optional.empty();

  Optional<Path> config() {
    return config;
  }

  Optional<String> provider() {
    return provider;
  }
}
