package io.telproof.bulk;

import com.typesafe.config.Config;
import io.telproof.Check;
import io.telproof.PhoneNumber;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;
import io.telproof.bulk.LeftRows.AskedTags;
import io.telproof.bulk.internal.file.Checkpoint;
import io.telproof.bulk.internal.file.InputRows;
import io.telproof.bulk.internal.file.KeptColumns;
import io.telproof.bulk.internal.file.OutcomeFormat;
import io.telproof.bulk.internal.file.Output;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.bulk.internal.file.RunParameter;
import io.telproof.bulk.internal.file.TableReading;
import io.telproof.client.Checks;
import io.telproof.client.RouteExplanation;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One question about each row of a table, each asked once. It can be stopped at any moment, also by
 * a kill or a loss of power; started again with the same table and output it goes on where it was,
 * and asks nothing twice. What may have been carried out and of which nobody knows what came is in
 * doubt, and is asked again on a person's word alone.
 *
 * <p>Beside the output lie a table of the rows that are no question, one of the rows in doubt, and
 * a directory with what the run must know to go on, the ledger of the run included where the
 * configuration names none.
 *
 * <p>Holds some thousand rows in memory, however long the table is. Told what to do before {@link
 * #run}, by one thread; {@link #stop} is thread-safe.
 */
public final class BulkRun {
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final CheckType check;
  private final InputTable table;
  private final Path output;
  private final StopSignal stop = new StopSignal();
  private OptionalInt months = OptionalInt.empty();
  private Set<ClaimPart> compared = EnumSet.of(ClaimPart.ID_NUMBER);
  private OutputOrder order = OutputOrder.INPUT;
  private OutputFormat format = OutputFormat.CSV;
  private Optional<List<String>> keep = Optional.empty();
  private Optional<String> provider = Optional.empty();
  private Duration within = WITHIN;
  private OptionalInt inFlight = OptionalInt.empty();
  private OptionalLong budget = OptionalLong.empty();
  private Duration patience = PATIENCE;
  private boolean askAgain;
  private NumberReader numbers = PhoneNumber::of;
  private String numbersRead = "E.164";
  private Consumer<BulkProgress> progress = none -> {};
  private Consumer<BulkStatus> resumed = none -> {};
  private Function<Config, TelproofBuilder> client = Telproof::builder;

  private BulkRun(CheckType check, InputTable table, Path output) {
    this.check = Objects.requireNonNull(check, "check");
    this.table = Objects.requireNonNull(table, "table");
    this.output = output.toAbsolutePath();
    Set<QuestionPart> unused = QuestionPart.of(check, compared);
  }

  /**
   * {@return a run}
   *
   * @param check the phone status, the tenure, the identity match or the recycled number
   * @param table the rows to ask about
   * @param output where the answers are written
   * @throws IllegalArgumentException if no table can be asked about this check
   */
  public static BulkRun of(CheckType check, InputTable table, Path output) {
    return new BulkRun(check, table, output);
  }

  /**
   * The threshold of a tenure, as of {@link io.telproof.TenureQuery}; none unless said.
   *
   * @param count how many
   * @return this run
   * @throws IllegalArgumentException if it is below one month, or the run asks something else
   */
  public BulkRun monthsOfInterest(int count) {
    requireCheck(CheckType.TENURE, "months of interest");
    if (count < 1) {
      throw new IllegalArgumentException("the months of interest are 1 or more");
    }
    months = OptionalInt.of(count);
    return this;
  }

  /**
   * What an identity match compares beside the name; the identity number unless said. Each part is
   * in a column: {@code idNumber}, {@code birthDate} as {@code 1990-01-31}, and the parts of the
   * name in {@code givenName} and {@code familyName}. A vendor that cannot compare one of them is
   * not asked.
   *
   * @param parts none for the name alone
   * @return this run
   * @throws IllegalArgumentException if one is a part of another check, or the run asks another
   *     check
   */
  public BulkRun compare(Set<ClaimPart> parts) {
    requireCheck(CheckType.IDENTITY_MATCH, "parts to compare");
    Set<QuestionPart> unused = QuestionPart.of(check, parts);
    compared = Set.copyOf(parts);
    return this;
  }

  private void requireCheck(CheckType expected, String what) {
    if (check != expected) {
      throw new IllegalArgumentException(
          "only " + expected.key() + " has " + what + ", but this run asks " + check.key());
    }
  }

  /**
   * The order of the rows in the output; that of the table unless said.
   *
   * @param which which of them
   * @return this run
   */
  public BulkRun order(OutputOrder which) {
    order = Objects.requireNonNull(which, "order");
    return this;
  }

  /**
   * The form of the output; CSV unless said.
   *
   * @param which which of them
   * @return this run
   */
  public BulkRun format(OutputFormat which) {
    format = Objects.requireNonNull(which, "format");
    return this;
  }

  /**
   * The columns that are taken over from the table into the output. Unless said, all but those that
   * the questions are made of, so that the output holds no number and no name.
   *
   * @param columns the columns of the input that the output has too
   * @return this run
   */
  public BulkRun keep(List<String> columns) {
    keep = Optional.of(List.copyOf(columns));
    return this;
  }

  /**
   * The provider that is asked, whatever the routes say.
   *
   * @param name the provider's name in the configuration
   * @return this run
   */
  public BulkRun provider(String name) {
    provider = Optional.of(name);
    return this;
  }

  /**
   * The time for one question, the wait for the vendor's limit included; 30 seconds unless said.
   *
   * @param time how long
   * @return this run
   * @throws IllegalArgumentException if it is not positive
   */
  public BulkRun within(Duration time) {
    within = positive("within", time);
    return this;
  }

  /**
   * How many questions are under way at a time, 1 to 256; unless said, as many as the limit and the
   * vendor's pace need.
   *
   * @param count how many
   * @return this run
   * @throws IllegalArgumentException if it is out of range
   */
  public BulkRun inFlight(int count) {
    if (count < 1 || count > InFlight.MOST) {
      throw new IllegalArgumentException(
          "expected 1 to " + InFlight.MOST + " questions under way at a time");
    }
    inFlight = OptionalInt.of(count);
    return this;
  }

  /**
   * How many attempts may cost something, or may have, in the whole run: the run stops before one
   * question more could go beyond it. On a route of two providers a question counts as two until it
   * is answered.
   *
   * @param charges the highest number of charges
   * @return this run
   * @throws IllegalArgumentException if it is negative
   */
  public BulkRun budget(long charges) {
    if (charges < 0) {
      throw new IllegalArgumentException("a budget is 0 or more");
    }
    budget = OptionalLong.of(charges);
    return this;
  }

  /**
   * How long the run goes on while nothing is answered, and a row is asked again while others are;
   * an hour unless said.
   *
   * @param time how long
   * @return this run
   * @throws IllegalArgumentException if it is not positive
   */
  public BulkRun patience(Duration time) {
    patience = positive("patience", time);
    return this;
  }

  private static Duration positive(String what, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(what + " must be more than zero");
    }
    return time;
  }

  /**
   * A person's word that the rows in doubt may be asked again, though that may be billed twice.
   *
   * @return this run
   */
  public BulkRun askAgainInDoubt() {
    askAgain = true;
    return this;
  }

  /**
   * How numbers are read; in E.164 unless said.
   *
   * @param how says it in a word, which must be the same each time the run is started
   * @param reader makes a number of a cell
   * @return this run
   */
  public BulkRun numbers(String how, NumberReader reader) {
    numbersRead = Objects.requireNonNull(how, "how");
    numbers = Objects.requireNonNull(reader, "reader");
    return this;
  }

  /**
   * Told once a second and at the end, by the thread of the run; must not wait.
   *
   * @param listener is told, on a thread of the run
   * @return this run
   */
  public BulkRun progress(Consumer<BulkProgress> listener) {
    progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Told once where the run was begun by an earlier start, before anything is asked, by the thread
   * of the run.
   *
   * @param listener is told, on a thread of the run
   * @return this run
   */
  public BulkRun resumed(Consumer<BulkStatus> listener) {
    resumed = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * How the client is built of the configuration, where the application adds something to it.
   *
   * @param builder makes the client of the run from the configuration
   * @return this run
   */
  public BulkRun client(Function<Config, TelproofBuilder> builder) {
    client = Objects.requireNonNull(builder, "builder");
    return this;
  }

  /**
   * Lets the run come to its end: nothing new is asked, what is under way is waited for. Does
   * nothing where it has ended.
   */
  public void stop() {
    stop.give(new Stop(Kind.ASKED, "it was told to stop; start it again to go on"));
  }

  /**
   * Tells what the run would ask; where it was begun, what it would ask yet. Sends nothing and
   * writes nothing.
   *
   * @param config the configuration of the client
   * @return the plan
   * @throws BulkException if the table cannot be used, or if the run was begun otherwise
   * @throws io.telproof.client.ConfigurationException if the configuration cannot be used
   */
  public BulkPlan plan(Config config) throws BulkException {
    try {
      requireOtherFile();
      requireUsable(config);
      Survey survey = Survey.of(table);
      Optional<RunDirectory> begun = RunDirectory.look(output, key -> begun(survey, config, key));
      Checkpoint from = begun.isPresent() ? left(begun.get()) : Checkpoint.begin(Instant.EPOCH);
      Optional<RunDirectory> own = begun.filter(RunDirectory::hasKeys);
      AskedTags before = own.isPresent() ? askedBefore(config, own.get()) : new AskedTags();
      RowTag tags = own.map(run -> new RowTag(run.rowKey())).orElseGet(RowTag::ofNoRun);
      LeftRows left = LeftRows.count(table, settings(), new RunState(from), tags, before);
      try (Telproof telproof = client.apply(config).open()) {
        return left.plan(
            check,
            route(telproof),
            telproof.offers(),
            begun.map(directory -> from.status(directory.begunAt())));
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private QuestionSettings settings() {
    return new QuestionSettings(check, months, QuestionPart.of(check, compared), numbers);
  }

  private static AskedTags askedBefore(Config config, RunDirectory begun) throws BulkException {
    AskedTags asked = new AskedTags();
    RunLedger.of(config, begun).askedForGood(begun.begunAt(), Time.system().now(), asked::add);
    return asked;
  }

  private Checkpoint left(RunDirectory begun) throws BulkException, IOException {
    Checkpoint from = checkpoint(begun);
    List<Long> doubts = List.copyOf(doubts(from).keySet());
    return doubts.isEmpty() ? from : from.askingAgain(doubts);
  }

  /** The rows in doubt that are asked again; those come first that wait to be asked already. */
  private SortedMap<Long, String> doubts(Checkpoint from) throws IOException {
    return askAgain && from.again().isEmpty() ? Output.doubts(output, from) : new TreeMap<>();
  }

  /**
   * Runs to the end of the table, or until it is stopped. Is called once; who starts the run again
   * makes another object. One run of an output at a time.
   *
   * @param config the configuration of the client
   * @return how the run ended, and what came of its rows
   * @throws BulkException if it cannot begin or cannot go on; what was asked is in the ledger, and
   *     it can be started again
   * @throws io.telproof.client.ConfigurationException if the configuration cannot be used
   */
  public BulkReport run(Config config) throws BulkException {
    try {
      return started(config);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static BulkException unusable(IOException e) {
    // The class, because what it says may be a path alone.
    return new BulkException(
        "a file of the run cannot be written or read ("
            + e.getClass().getSimpleName()
            + "): "
            + e.getMessage()
            + "; what was asked is in the ledger, and it can be started again");
  }

  private void requireOtherFile() throws BulkException, IOException {
    if (Files.exists(output) && Files.isSameFile(output, table.file())) {
      throw new BulkException("the output is the table itself: name another one");
    }
  }

  private Checkpoint checkpoint(RunDirectory directory) throws BulkException, IOException {
    Checkpoint from = directory.checkpoint();
    if (from.finished() && !Files.exists(output)) {
      throw new BulkException(
          "this run has ended, and its output is not there any more: put it back, or name another"
              + " output and ask anew");
    }
    return from;
  }

  private BulkReport started(Config config) throws BulkException, IOException {
    Time time = Time.system();
    RunLedger.requireAnswers(config);
    requireOtherFile();
    if (!RunDirectory.isBegun(output)) {
      // A mistake must not be what the run was begun with.
      requireUsable(config);
    }
    Survey survey = Survey.of(table);
    Function<byte[], Map<RunParameter, String>> begun = key -> begun(survey, config, key);
    try (RunDirectory directory = RunDirectory.open(output, begun, time.now())) {
      Checkpoint from = checkpoint(directory);
      SortedMap<Long, String> doubts = doubts(from);
      if (directory.isResumed()) {
        resumed.accept(from.status(directory.begunAt()));
      }
      if (from.finished() && doubts.isEmpty()) {
        return new BulkReport(Optional.empty(), from.totals(), 0);
      }
      RunLedger ledger = RunLedger.of(config, directory);
      if (!doubts.isEmpty()) {
        ledger.dismiss(Set.copyOf(doubts.keySet()));
        directory.writeWaiting(doubts);
        from = from.askingAgain(List.copyOf(doubts.keySet()));
        directory.write(from);
      }
      RunState state = new RunState(from);
      ledger.askedSince(from.since(), time.now(), state::askedBefore);
      BulkReport report = asking(ledger, directory, from, state, survey, time);
      if (report.isFinished() && report.totals().doubtful() == 0) {
        directory.forgetKeys();
      }
      return report;
    }
  }

  private void requireUsable(Config config) throws BulkException {
    TableReading.requireCharset(table);
    try (InputRows rows = new InputRows(table);
        Telproof telproof = client.apply(config).open()) {
      Questions questions = new Questions(settings(), table, rows.names());
      KeptColumns unused = kept(rows.names(), questions);
      Checks unusedToo = checks(telproof);
    }
  }

  private BulkReport asking(
      RunLedger ledger,
      RunDirectory directory,
      Checkpoint from,
      RunState state,
      Survey survey,
      Time time)
      throws BulkException, IOException {
    InFlight pace = inFlight.isPresent() ? InFlight.of(inFlight.getAsInt()) : InFlight.asNeeded();
    ShadowCharges shadows = new ShadowCharges();
    TelproofBuilder builder = client.apply(ledger.config()).listener(pace).listener(shadows);
    try (InputRows rows = new InputRows(table);
        Telproof telproof = builder.open()) {
      Questions questions = new Questions(settings(), table, rows.names());
      KeptColumns kept = kept(rows.names(), questions);
      SortedMap<Long, String> waiting = directory.waiting(from.again());
      try (Output files =
          new Output(output, OutcomeFormat.of(format, check), kept, waiting, from)) {
        RunLoop.Parts parts =
            new RunLoop.Parts(
                rows,
                questions,
                new RowTag(directory.rowKey()),
                ledger,
                directory,
                files,
                state,
                new Asker(
                    typed(checks(telproof)),
                    question -> ledger.context(question, within),
                    patience,
                    time,
                    stop),
                pace,
                shadows,
                workers(),
                stop,
                time);
        Budget allowed = new Budget(budget.orElse(Long.MAX_VALUE), route(telproof).size());
        return new RunLoop(parts, order, allowed, patience, survey.rows(), progress).run();
      }
    }
  }

  @SuppressWarnings("unchecked") // Questions makes queries of the check's own type.
  private Check<Object, ?> typed(Checks checks) {
    return (Check<Object, ?>) checks.check(check);
  }

  /** What must be the same whenever the run is started. */
  private Map<RunParameter, String> begun(Survey survey, Config config, byte[] key) {
    Map<RunParameter, String> begun = new EnumMap<>(RunParameter.class);
    begun.put(RunParameter.CHECK, check.key());
    begun.put(RunParameter.TABLE, survey.digest());
    begun.put(RunParameter.CHARSET, table.charset().name());
    begun.put(RunParameter.SEPARATOR, String.valueOf(table.separator()));
    begun.put(RunParameter.HEADER, String.valueOf(table.header()));
    begun.put(RunParameter.COLUMNS, Survey.digest(new TreeMap<>(table.columns()).toString()));
    begun.put(RunParameter.NUMBERS, numbersRead);
    begun.put(RunParameter.MONTHS, months.isPresent() ? String.valueOf(months.getAsInt()) : "none");
    begun.put(RunParameter.COMPARED, comparedOtherwise());
    begun.put(RunParameter.ORDER, order.name());
    begun.put(RunParameter.FORMAT, format.name());
    begun.put(RunParameter.KEEP, Survey.digest(keep.map(Object::toString).orElse("")));
    begun.put(RunParameter.PROVIDER, provider.orElse("as routed"));
    RunLedger.fingerprint(config, key).ifPresent(mark -> begun.put(RunParameter.LEDGER, mark));
    return begun;
  }

  /** Nothing where it is as ever: a run that was begun before there was a choice says nothing. */
  private String comparedOtherwise() {
    return compared.equals(Set.of(ClaimPart.ID_NUMBER))
        ? ""
        : "name "
            + compared.stream().sorted().map(ClaimPart::name).collect(Collectors.joining(" "));
  }

  private KeptColumns kept(List<String> columns, Questions questions) throws BulkException {
    return KeptColumns.of(
        keep, columns, questions.personal(), OutcomeFormat.of(format, check).names());
  }

  private Checks checks(Telproof telproof) throws BulkException {
    if (provider.isPresent()) {
      if (!telproof.offers().containsKey(provider.get())) {
        throw new BulkException(
            "no provider of that name is configured; there is "
                + String.join(", ", telproof.offers().keySet()));
      }
      return telproof.only(provider.get());
    }
    if (!telproof.routed(check)) {
      throw new BulkException(
          "the configuration has nobody to ask for " + check.key() + "; see telproof.routes");
    }
    return telproof;
  }

  /** Whoever may be asked for one question. */
  private List<String> route(Telproof telproof) {
    if (provider.isPresent()) {
      return List.of(provider.get());
    }
    return telproof.explain(check).steps().stream()
        .filter(step -> isOnRoute(step.part()))
        .map(RouteExplanation.Step::provider)
        .toList();
  }

  private static boolean isOnRoute(Part part) {
    return switch (part) {
      case NEXT, SKIPPED, NOT_REACHED, SHADOW -> true;
      default -> false;
    };
  }

  /** As many threads as there are questions under way, and one that has just handed its row on. */
  private static ExecutorService workers() {
    AtomicInteger count = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "telproof-bulk-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
