package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.PhoneNumber;
import io.telproof.bulk.BulkException;
import io.telproof.bulk.BulkReport;
import io.telproof.bulk.BulkRun;
import io.telproof.bulk.OutputFormat;
import io.telproof.bulk.OutputOrder;
import io.telproof.sandbox.Sandbox;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Ask about each row of a table, each once.",
    description =
        "Ask about each row of a table in CSV, each once: stop it at any moment and "
            + "start it again, and it goes on where it was. Rows that cannot be asked about and rows in doubt are listed beside OUT, in OUT.rejected.csv and OUT.doubts.csv; "
            + "OUT.run has what it needs to go on.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all rows are done",
      "2:the command line, the configuration or the table cannot be used",
      "3:all rows are done but for those in doubt",
      "4:it stopped before the end; start it again to go on"
    })
final class BulkCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "CHECK",
      converter = BulkWords.Checks.class,
      completionCandidates = BulkWords.Checks.class,
      description = "phone-status, tenure, identity-match or recycled-number.")
  private CheckType check = CheckType.PHONE_STATUS;

  @Parameters(index = "1", paramLabel = "IN", description = "The table, in CSV.")
  private Path in = Path.of("");

  @Parameters(index = "2", paramLabel = "OUT", description = "Where the answers are written.")
  private Path out = Path.of("");

  @Mixin private final BulkTableOptions table = new BulkTableOptions();
  @Mixin private final RegionOption region = new RegionOption();

  @Option(
      names = "--keep",
      paramLabel = "COLUMN,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "Columns to copy into OUT, separated by commas. Default: all but "
              + "those that are asked about.")
  private @Nullable List<String> keep;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      converter = BulkWords.Order.class,
      completionCandidates = BulkWords.Order.class,
      description =
          "The order of OUT: input, or answered, which is as the answers come. Default: input.")
  private OutputOrder order = OutputOrder.INPUT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = BulkWords.Format.class,
      completionCandidates = BulkWords.Format.class,
      description = "The form of OUT: csv, or jsonl for JSON Lines. Default: csv.")
  private OutputFormat format = OutputFormat.CSV;

  @Mixin private final BulkQuestionOptions question = new BulkQuestionOptions();
  @Mixin private final ProviderOptions providers = new ProviderOptions();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The longest time for one question. Default: 30s.")
  private Optional<Duration> within = Optional.empty();

  @Option(
      names = "--in-flight",
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description =
          "How many questions to ask at the same time. Default: enough to use the limits fully.")
  private Optional<Integer> inFlight = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description = "Stop before more than COUNT questions are charged.")
  private Optional<Integer> budget = Optional.empty();

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop after TIME without any answer. Default: 60m.")
  private Optional<Duration> patience = Optional.empty();

  @Option(
      names = "--ask-again-in-doubt",
      description =
          "Ask again about the rows in doubt, which may have been billed. Look at the vendor's bill first.")
  private boolean askAgain;

  @Option(
      names = "--dry-run",
      description =
          "Count the rows that are left, estimate time and cost, ask nobody and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object, whatever the outcome.")
  private boolean json;

  private final IoStreams surroundings;

  BulkCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    question.require(check);
    try {
      Optional<Path> config = providers.config();
      return config.isPresent()
          ? carriedOut(check, Configuration.load(config.get()).config(), providers.provider())
          : inSandbox(check);
    } catch (IllegalArgumentException | BulkException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int inSandbox(CheckType asked) throws BulkException {
    surroundings
        .notes()
        .line(
            "telproof: no --config: asking the sandbox in this process, which knows no real"
                + " number");
    // One vendor, so that what a run will cost can be told.
    String word = providers.provider().orElseGet(() -> SimulatedVendor.route(asked).get(0));
    try (Sandbox sandbox = Sandbox.start(SimulatedVendor.openAll())) {
      return carriedOut(asked, SimulatedVendor.all(sandbox.endpoint()), Optional.of(word));
    }
  }

  private int carriedOut(CheckType asked, Config configuration, Optional<String> whom)
      throws BulkException {
    BulkRun run =
        BulkRun.of(asked, table.of(in), out)
            .numbers("as written in " + region.region(), this::number);
    run.order(order).format(format);
    if (keep != null) {
      run.keep(keep);
    }
    question.say(run);
    whom.ifPresent(run::provider);
    within.ifPresent(run::within);
    inFlight.ifPresent(run::inFlight);
    budget.ifPresent(run::budget);
    patience.ifPresent(run::patience);
    if (askAgain) {
      run.askAgainInDoubt();
    }
    if (dryRun) {
      new BulkPrinter(surroundings, json).plan(run.plan(configuration));
      return ExitStatus.KNOWN.code();
    }
    return asked(run, configuration);
  }

  private int asked(BulkRun run, Config configuration) throws BulkException {
    BulkPrinter printer = new BulkPrinter(surroundings, json);
    BulkEnd end = BulkEnd.on(run, surroundings);
    try {
      BulkReport report =
          run.resumed(status -> printer.resumed(status, askAgain))
              .progress(new BulkLine(surroundings, Time.system())::show)
              .run(configuration);
      printer.report(report, out);
      return status(report).code();
    } finally {
      end.close();
    }
  }

  private static ExitStatus status(BulkReport report) {
    if (!report.isFinished()) {
      return ExitStatus.FAILED;
    }
    return report.totals().doubtful() == 0 ? ExitStatus.KNOWN : ExitStatus.UNKNOWN;
  }

  private PhoneNumber number(String text) {
    try {
      return region.read(text);
    } catch (UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
