package io.telproof.cli;

import io.telproof.spi.ledger.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    header = "Say that a question in doubt may be asked again.",
    description =
        "Say that a question in doubt may be asked again. It may have been billed, and "
            + "may be billed once more: whether it was, the vendor's statement says. It stays "
            + "in the bill, as POSSIBLE. Where it was asked under a key, the key is free "
            + "again.")
final class LedgerDismissCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  @Parameters(paramLabel = "ID", description = "Its id, as doubts prints it.")
  private String id = "";

  @Mixin private final LedgerOptions options = new LedgerOptions();
  private final IoStreams surroundings;

  LedgerDismissCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!ID.matcher(id).matches()) {
      throw new UsageException(
          "ID: not an id; expected the 32 digits and letters that telproof ledger doubts prints");
    }
    List<Intent> keyed = new ArrayList<>();
    boolean dismissed =
        options.write(
            ledger -> {
              ledger.doubts(entry -> addKeyed(entry.intent(), keyed));
              return ledger.dismiss(id);
            });
    if (!dismissed) {
      throw new UsageException(
          "ID: no question of this id is in doubt, and nothing was changed; see telproof ledger doubts");
    }
    if (options.json()) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("dismissed", id);
      new JsonLine(fields).print(surroundings.out());
    } else {
      Screen screen = surroundings.screen();
      screen.line(
          "Dismissed: it stays in the bill as POSSIBLE"
              + (keyed.isEmpty() ? "." : ", and may be asked again under its key."));
      screen.flush();
    }
    return ExitStatus.KNOWN.code();
  }

  private void addKeyed(Intent intent, List<Intent> keyed) {
    if (intent.id().equals(id) && intent.key().isPresent()) {
      keyed.add(intent);
    }
  }
}
