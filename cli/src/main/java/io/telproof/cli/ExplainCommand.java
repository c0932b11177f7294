package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.Contact;
import io.telproof.client.ConfigurationReport;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Show who would be asked for a check, in which order, and why.",
    description =
        "Show who would be asked for a check, in which order, and why: operations, limits and "
            + "what is left of them, what is billed, and who is left out. No vendor is asked. "
            + "Where limits are kept in Redis, what is left is read there.")
final class ExplainCommand implements Callable<Integer> {
  /** Nobody is asked. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Parameters(
      index = "0",
      paramLabel = "CHECK",
      converter = CheckWords.class,
      completionCandidates = CheckWords.class,
      description = "The word of a check, as in tenure.")
  private CheckType check = CheckType.PHONE_STATUS;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "CONTACT",
      description =
          "A phone number, or an e-mail address for codes: who does not serve it is left out.")
  private List<String> contact = List.of();

  @Mixin private final RegionOption region = new RegionOption();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, as HOCON. Without it, the sandbox is explained.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private final IoStreams surroundings;

  ExplainCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Contact> about =
        contact.isEmpty() ? Optional.empty() : Optional.of(ContactArgument.read(contact, region));
    Config config =
        Optional.ofNullable(file)
            .map(path -> Configuration.load(path).config())
            .orElseGet(this::sandbox);
    // The application may be writing its ledger at this moment; one process alone can.
    Config read = config.withoutPath("telproof.ledger");
    try (Telproof telproof = Telproof.open(read)) {
      ConfigurationReport report = Telproof.examine(read);
      CheckExplanation explanation = CheckExplanation.of(telproof, report, check, about);
      if (json) {
        new JsonLine(explanation.fields()).print(surroundings.out());
      } else {
        explanation.print(surroundings.screen());
      }
    }
    return ExitStatus.KNOWN.code();
  }

  private Config sandbox() {
    surroundings.notes().line("telproof: no --config: this is about the sandbox of this command");
    return SimulatedVendor.all(NOWHERE);
  }
}
