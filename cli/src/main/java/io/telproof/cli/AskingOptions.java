package io.telproof.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that asks a vendor. */
final class AskingOptions {
  @Option(names = "--json", description = "Print one JSON object, whatever the outcome.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The providers to ask, as HOCON.",
        "Without it, a sandbox inside this process is asked."
      })
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "The configured provider to ask, whatever the routes say.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The time for everything, as in 2s or 500ms. Default: 10s.")
  private Duration within = Duration.ofSeconds(10);

  boolean json() {
    return json;
  }

  Optional<Path> config() {
    return config;
  }

  Optional<String> provider() {
    return provider;
  }

  Duration within() {
    return within;
  }
}
