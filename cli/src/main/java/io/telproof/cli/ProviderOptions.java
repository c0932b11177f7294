package io.telproof.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a command asks. */
final class ProviderOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The providers to ask, as HOCON. Without it, a sandbox inside this process is "
              + "asked.")
  private @Nullable Path config;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "The configured provider to ask, whatever the routes say.")
  private Optional<String> provider = Optional.empty();

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  Optional<String> provider() {
    return provider;
  }
}
