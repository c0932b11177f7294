package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import io.telproof.spi.Offer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "providers",
    description = {
      "List what each provider sells: checks, the vendor's operations and limits,",
      "and which of the vendor's codes are billed."
    })
final class ProvidersCommand implements Callable<Integer> {
  /** Nobody is asked. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The providers to list, as HOCON.",
        "Without it, those of the sandbox are listed."
      })
  private Optional<Path> file = Optional.empty();

  private final IoStreams surroundings;

  ProvidersCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Config config =
        file.map(path -> Configuration.load(path).config()).orElseGet(ProvidersCommand::simulated);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PROVIDER", "CHECK", "OPERATION", "LIMIT", "BILLED"));
    List<String> restricted = new ArrayList<>();
    try (Telproof telproof = Telproof.open(config)) {
      telproof
          .offers()
          .forEach(
              (name, offers) ->
                  offers.forEach(
                      offer -> {
                        rows.add(row(name, offer));
                        offer
                            .restriction()
                            .ifPresent(does -> restricted.add(restricted(name, offer, does)));
                      }));
    }
    new Columns(rows).print(surroundings.screen());
    print(restricted);
    return ExitStatus.KNOWN.code();
  }

  private static String restricted(String provider, Offer offer, String does) {
    return "%s %s, %s: it %s".formatted(provider, offer.check().key(), offer.operation(), does);
  }

  private void print(List<String> restricted) {
    if (!restricted.isEmpty()) {
      Screen screen = surroundings.screen();
      screen.end();
      screen.line("Not for end users; asked only where a route or --provider names it:");
      restricted.forEach(line -> screen.line("  " + line));
      screen.flush();
    }
  }

  private static Config simulated() {
    Config both = SimulatedVendor.TENCENT.config(NOWHERE);
    return both.withFallback(SimulatedVendor.ALIBABA.config(NOWHERE));
  }

  private static List<String> row(String provider, Offer offer) {
    return List.of(
        provider, offer.check().key(), offer.operation(), offer.limit().toString(), offer.billed());
  }
}
