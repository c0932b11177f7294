package io.telproof.cli;

import io.telproof.ledger.Days;
import io.telproof.ledger.Reconciliation;
import io.telproof.ledger.Reconciliation.Difference;
import io.telproof.ledger.Reconciliation.Summary;
import io.telproof.ledger.Statement;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Compare with a vendor's own statement.",
    description =
        "Compare what was asked with a vendor's own statement, a table in CSV with a "
            + "header: by request id, and by day what has none. Prints what only the ledger "
            + "has, what only the statement has, and what both have but only one of them counts as billed.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:both say the same", "2:one of them cannot be read", "3:they differ"})
final class LedgerReconcileCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-11s %-10s %5s %7s %6s ";

  @Parameters(paramLabel = "STATEMENT", description = "The vendor's table.")
  private Path file = Path.of("");

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      required = true,
      description = "The column of the time or the day.")
  private String time = "";

  @Option(
      names = "--time-form",
      paramLabel = "FORM",
      description = "How the time is written, as in yyyyMMddHHmmss, if it is not read without it.")
  private Optional<String> timeForm = Optional.empty();

  @Option(
      names = "--request-id",
      paramLabel = "COLUMN",
      description =
          "The column of the vendor's request ids. Without it, only the counts of each day are compared.")
  private Optional<String> requestId = Optional.empty();

  @Option(
      names = "--charge",
      paramLabel = "COLUMN",
      description =
          "The column of what a request cost: a number, or CHARGED or FREE. Without it, "
              + "every row was billed.")
  private Optional<String> charge = Optional.empty();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "The provider that the statement is about. Default: all.")
  private Optional<String> provider = Optional.empty();

  @Mixin private final CsvOptions csv = new CsvOptions();
  @Mixin private final LedgerOptions options = new LedgerOptions();
  @Mixin private final DayOptions dayOptions = new DayOptions();
  private final IoStreams surroundings;

  LedgerReconcileCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Days days = dayOptions.days();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(
          "STATEMENT: there is no such file, or it cannot be read; check its name and its rights");
    }
    timeForm.ifPresent(LedgerReconcileCommand::refuseWrongForm);
    Summary summary = options.json() ? inJson(days) : inText(days);
    return (summary.differences() == 0 ? ExitStatus.KNOWN : ExitStatus.UNKNOWN).code();
  }

  private static void refuseWrongForm(String form) {
    try {
      DateTimeFormatter unused = DateTimeFormatter.ofPattern(form, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--time-form: not a form of a time; expected one as in yyyyMMddHHmmss");
    }
  }

  private Summary compare(Days days, Consumer<Difference> told) {
    Statement statement =
        new Statement(file, csv.charset(), csv.separator(), requestId, time, timeForm, charge);
    try {
      return options.read(ledger -> Reconciliation.of(ledger, statement, days, provider, told));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new UsageException("STATEMENT: it cannot be read to its end; check the file");
    }
  }

  private Summary inJson(Days days) {
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    Summary summary = compare(days, difference -> differences.add(fields(difference)));
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("rows", summary.rows());
    fields.put("questions", summary.entries());
    fields.put("agreed", summary.agreed());
    fields.put("open", summary.open());
    fields.put("differences", differences);
    new JsonLine(fields).print(surroundings.out());
    return summary;
  }

  private static Map<String, @Nullable Object> fields(Difference difference) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("kind", word(difference).replace(' ', '-'));
    fields.put("day", difference.day().toString());
    fields.put("requestId", difference.requestId().orElse(null));
    fields.put("ours", difference.ours());
    fields.put("perhaps", difference.perhaps());
    fields.put("theirs", difference.theirs());
    return fields;
  }

  private static String word(Difference difference) {
    return difference.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Each line as it is found: there may be as many as the statement has rows. */
  private Summary inText(Days days) {
    Screen screen = surroundings.screen();
    long[] lines = {0};
    Summary summary =
        compare(
            days,
            difference -> {
              if (lines[0]++ == 0) {
                screen.line(
                    Colour.LABEL,
                    COLUMNS.formatted("WHAT", "DAY", "OURS", "PERHAPS", "THEIRS") + "REQUEST ID");
              }
              screen.line(
                  COLUMNS.formatted(
                          word(difference),
                          difference.day(),
                          difference.ours(),
                          difference.perhaps(),
                          difference.theirs())
                      + difference.requestId().orElse("all of this day without an id"));
            });
    if (lines[0] > 0) {
      screen.end();
    }
    screen.line("rows of the statement       " + summary.rows());
    screen.line("questions of the ledger     " + summary.entries());
    screen.line("the same by request id      " + summary.agreed());
    screen.line("perhaps charged, not there  " + summary.open());
    screen.line("differences                 " + summary.differences());
    screen.flush();
    return summary;
  }
}
