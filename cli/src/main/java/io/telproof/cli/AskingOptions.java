package io.telproof.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks a vendor. */
final class AskingOptions {
  @Option(names = "--json", description = "Print one JSON object, whatever the outcome.")
  private boolean json;

  @Mixin private final ProviderOptions providers = new ProviderOptions();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The longest time for the whole question, as in 2s or 500ms. Default: 10s.")
  private Duration timeout = Duration.ofSeconds(10);

  boolean json() {
    return json;
  }

  Optional<Path> config() {
    return providers.config();
  }

  Optional<String> provider() {
    return providers.provider();
  }

  Duration timeout() {
    return timeout;
  }
}
