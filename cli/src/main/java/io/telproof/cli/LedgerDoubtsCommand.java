package io.telproof.cli;

import io.telproof.spi.ledger.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    header = "List the questions whose result is not known.",
    description =
        "List the questions whose result is not known and cannot become known, because the process that asked has ended. They may have been carried out and billed. "
            + "Nothing asks them again by itself.")
final class LedgerDoubtsCommand implements Callable<Integer> {
  @Mixin private final LedgerOptions options = new LedgerOptions();
  private final IoStreams surroundings;

  LedgerDoubtsCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Intent> doubts =
        options.read(
            ledger -> {
              List<Intent> found = new ArrayList<>();
              ledger.doubts(entry -> found.add(entry.intent()));
              return found;
            });
    if (options.json()) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("doubts", doubts.stream().map(LedgerDoubtsCommand::fields).toList());
      new JsonLine(fields).print(surroundings.out());
    } else {
      print(doubts);
    }
    return ExitStatus.KNOWN.code();
  }

  private static Map<String, @Nullable Object> fields(Intent intent) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("id", intent.id());
    fields.put("at", intent.at().toString());
    fields.put("check", intent.check().key());
    fields.put("provider", intent.provider());
    fields.put("operation", intent.operation());
    fields.put("correlationId", intent.correlationId());
    fields.put("purpose", intent.purpose().orElse(null));
    fields.put("keyed", intent.key().isPresent());
    return fields;
  }

  private void print(List<Intent> doubts) {
    Screen screen = surroundings.screen();
    if (doubts.isEmpty()) {
      screen.line("Nothing is in doubt.");
      screen.flush();
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "AT", "PROVIDER", "OPERATION", "CHECK", "CALL", "PURPOSE"));
    for (Intent intent : doubts) {
      rows.add(
          List.of(
              intent.id(),
              intent.at().toString(),
              intent.provider(),
              intent.operation(),
              intent.check().key(),
              intent.correlationId(),
              intent.purpose().orElse("")));
    }
    new Columns(rows).print(screen);
  }
}
