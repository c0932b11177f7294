package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import io.telproof.spi.AccountLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    header = "List what each provider sells.",
    description =
        "List what each provider sells: checks, the countries whose numbers are served, the "
            + "vendor's operations, the limits in force, and which of the vendor's codes are "
            + "billed.")
final class ProvidersCommand implements Callable<Integer> {
  /** Nobody is asked. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The providers to list, as HOCON. Without it, those of the sandbox are listed.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private final IoStreams surroundings;

  ProvidersCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Config config =
        Optional.ofNullable(file)
            .map(path -> Configuration.load(path).config())
            .orElseGet(() -> SimulatedVendor.all(NOWHERE));
    List<ProviderOffer> offers = new ArrayList<>();
    try (Telproof telproof = Telproof.open(config)) {
      telproof
          .offers()
          .forEach(
              (name, sold) -> {
                AccountLimits configured = telproof.limits(name);
                sold.forEach(
                    offer -> offers.add(new ProviderOffer(name, offer, configured.has(offer))));
              });
    }
    if (json) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("offers", offers.stream().map(ProviderOffer::fields).toList());
      new JsonLine(fields).print(surroundings.out());
    } else {
      print(offers);
    }
    return ExitStatus.KNOWN.code();
  }

  private void print(List<ProviderOffer> offers) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PROVIDER", "CHECK", "COUNTRIES", "OPERATION", "LIMIT", "BILLED"));
    offers.forEach(offer -> rows.add(offer.row()));
    Screen screen = surroundings.screen();
    new Columns(rows).print(screen);
    if (offers.stream().anyMatch(ProviderOffer::configured)) {
      screen.end();
      screen.line(ProviderOffer.CONFIGURED.strip() + " by the configuration, for this account");
      screen.flush();
    }
    List<String> restricted =
        offers.stream().flatMap(offer -> offer.restriction().stream()).toList();
    if (!restricted.isEmpty()) {
      screen.end();
      screen.line("Not for end users; asked only where a route or --provider names it:");
      restricted.forEach(line -> screen.line("  " + line));
      screen.flush();
    }
  }
}
