package io.telproof.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jobs on a cluster of two task managers in this process, with a Redis, a PostgreSQL, and a vendor
 * who keeps a bill.
 */
@Tag("flink")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TelproofStreamsTest {
  private static final Cluster CLUSTER = Cluster.shared();
  private static final int CAPACITY = 16;

  /** Fewer than the limit allows: what has to wait in front of the check holds a checkpoint up. */
  private static final int PER_SECOND = 150;

  @TempDir private Path directory;

  /** So that no test has to be patient with it. */
  @BeforeAll
  static void start() {
    Account unused = Account.shared();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_task_manager_that_ends_mid_run_has_nothing_billed_twice_and_nothing_lost(boolean unaligned)
      throws Exception {
    int rows = 500;
    String job = "task-manager-ends-" + unaligned;
    Outcomes outcomes = Outcomes.of(job);
    Account account = Account.shared();
    StreamExecutionEnvironment env = environment(unaligned);
    RunningJob running = start(env, questions(env, rows, job), account, job);
    Waits.until(() -> outcomes.seen().size() >= 40);
    running.checkpoint();
    int atCheckpoint = outcomes.seen().size();
    Waits.until(() -> outcomes.seen().size() >= atCheckpoint + 60);
    CLUSTER.endTaskManager();
    running.untilEnd();

    assertThat(account.billed()).isEqualTo(rows);
    assertThat(known(outcomes)).hasSize(rows);
    // What was answered after the checkpoint came again, and was not asked again.
    assertThat(recorded(outcomes)).isPositive();
    assertThat(outcomes.mostClients()).isEqualTo(1);
    Waits.until(() -> SharedClient.open() == 0);
  }

  @Test
  void an_exception_at_the_end_of_the_stream_has_nothing_billed_twice_and_nothing_lost()
      throws Exception {
    int rows = 300;
    String job = "exception";
    Outcomes outcomes = Outcomes.of(job);
    Account account = Account.shared();
    StreamExecutionEnvironment env = environment(false);
    RunningJob running = start(env, questions(env, rows, job), account, job);
    Waits.until(() -> outcomes.seen().size() >= 40);
    running.checkpoint();
    outcomes.breakAt(outcomes.seen().size() + 60);
    running.untilEnd();

    assertThat(outcomes.isBroken()).isTrue();
    assertThat(account.billed()).isEqualTo(rows);
    assertThat(known(outcomes)).hasSize(rows);
    assertThat(recorded(outcomes)).isPositive();
  }

  @Test
  void a_second_job_with_the_same_keys_is_given_the_recorded_answers_and_metrics_say_so()
      throws Exception {
    int rows = 40;
    Account account = Account.shared();
    StreamExecutionEnvironment env = environment(false);
    RunningJob first = start(env, questions(env, rows, "twice"), account, "first");
    first.untilEnd();
    RunningJob second = start(env, questions(env, rows, "twice"), account, "second");
    second.untilEnd();

    assertThat(account.billed()).isEqualTo(rows);
    assertThat(known(Outcomes.of("second"))).isEqualTo(known(Outcomes.of("first")));
    assertThat(recorded(Outcomes.of("second"))).isEqualTo(rows);
    assertThat(first.count("telproof.check.tenure.asked")).isEqualTo(rows);
    assertThat(first.count("telproof.check.tenure.recorded")).isZero();
    assertThat(first.count("telproof.check.tenure.charge.charged.charged")).isEqualTo(rows);
    assertThat(second.count("telproof.check.tenure.recorded")).isEqualTo(rows);
    assertThat(second.count("telproof.check.tenure.answer.known.answered")).isEqualTo(rows);
    assertThat(second.count("telproof.check.tenure.charge.charged.charged")).isZero();
    assertThat(second.count("telproof.check.tenure.charge.free.charged")).isEqualTo(rows);
    assertThat(first.names()).isNotEmpty().noneMatch(name -> name.contains("13912345"));
  }

  // The last one: what was sent is left to finish, and comes to the bill when it does.
  @Test
  @Order(Integer.MAX_VALUE)
  void a_checkpoint_completes_while_every_question_waits_and_has_no_number_in_it()
      throws Exception {
    int rows = 100_000;
    Account account = Account.shared();
    account.sandbox().faults().next(rows, Fault.STALL);
    StreamExecutionEnvironment env = environment(false);
    RunningJob running = start(env, questions(env, rows, "stalled"), account, "stalled", 1000);
    Waits.until(() -> account.billed() >= 40);
    String savepoint = running.savepoint(directory.resolve("state"));
    String bytes = bytes(Path.of(URI.create(savepoint)));
    running.cancel();
    account.sandbox().faults().clear();

    assertThat(Outcomes.of("stalled").seen()).isEmpty();
    // Those that are asked about are there by their keys: nothing is lost with the job.
    assertThat(
            Pattern.compile("stalled/[0-9]+\\.")
                .matcher(bytes)
                .results()
                .map(MatchResult::group)
                .distinct())
        .hasSizeGreaterThanOrEqualTo(40);
    assertThat(bytes).doesNotContainPattern("139[0-9]{8}");
    assertThat(bytes).doesNotContain(Account.SECRET);
  }

  @Test
  void what_is_in_doubt_is_told_as_such_and_not_asked() throws Exception {
    Account account = Account.shared();
    StreamExecutionEnvironment env = environment(false);
    start(env, questions(env, 3, "doubt"), account, "before").untilEnd();
    Waits.until(() -> SharedClient.open() == 0);
    // As if the task manager had been killed while it waited for the reply.
    account
        .postgres()
        .run(
            "UPDATE flink.intents SET settled_at = NULL, outcome = NULL, charge = NULL,"
                + " elapsed_us = NULL, late = NULL, vendor_code = NULL, request_id = NULL",
            "DELETE FROM flink.keys",
            "UPDATE flink.owners SET lease_until = clock_timestamp()");
    start(env, questions(env, 3, "doubt"), account, "after").untilEnd();

    assertThat(account.billed()).isEqualTo(3);
    assertThat(Outcomes.of("after").seen())
        .hasSize(3)
        .allSatisfy(
            outcome -> {
              assertThat(outcome).isInstanceOf(Outcome.Failed.class);
              Outcome.Failed<Tenure> failed = (Outcome.Failed<Tenure>) outcome;
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.INDETERMINATE);
              assertThat(failed.failure().charge()).isEqualTo(Charge.FREE);
              assertThat(failed.failure().reason()).contains("dismiss the intent");
            });
  }

  @Test
  void elements_that_are_but_ids_are_looked_up_and_come_out_in_order() throws Exception {
    int rows = 60;
    String job = "ids";
    Account account = Account.shared();
    StreamExecutionEnvironment env = environment(false);
    env.setParallelism(1);
    DataStream<Long> ids = env.fromSequence(0, rows - 1);
    TelproofStreams.ask(
            ids, CheckType.TENURE, account.config(), id -> key("ids", id), new Numbers())
        .capacity(CAPACITY)
        .ordered(Tenure.class)
        .map(new Outcomes.End(job))
        .returns(new OutcomeTypeInfo<>())
        .sinkTo(new DiscardingSink<>());
    CLUSTER.start(env, job).untilEnd();

    List<Outcome<Tenure>> seen = Outcomes.of(job).seen();
    assertThat(seen.stream().map(Outcome::key))
        .containsExactlyElementsOf(LongStream.range(0, rows).mapToObj(id -> key(job, id)).toList());
    // One of them has no number: it alone fails, and the job goes on.
    assertThat(seen.get(Numbers.WITHOUT))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.INVALID_REQUEST));
    assertThat(account.billed()).isEqualTo(rows - 1);
  }

  /** Makes the questions; begins when they can be asked, so that they do not wait in front. */
  private static final class Rows extends RichMapFunction<Long, Question> {
    private static final long serialVersionUID = 1L;

    private final String job;

    Rows(String job) {
      this.job = job;
    }

    @Override
    public void open(OpenContext context) {
      Waits.until(() -> SharedClient.open() > 0);
    }

    @Override
    public Question map(Long row) {
      return new Question(key(job, row), TenureQuery.of(number(row), 6));
    }
  }

  /** A table of numbers. */
  private static final class Numbers implements QueryLookup<Long> {
    static final int WITHOUT = 7;
    private static final long serialVersionUID = 1L;

    @Override
    public Object query(Long id) {
      if (id == WITHOUT) {
        throw new IllegalArgumentException("nobody has this id");
      }
      return TenureQuery.of(number(id));
    }
  }

  private StreamExecutionEnvironment environment(boolean unaligned) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    // The tests say when.
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(1));
    // The last checkpoint of a job fails where a task ends meanwhile, and the next is an hour away.
    configuration.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
    configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, unaligned);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.resolve("checkpoints").toUri() + "");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    env.setParallelism(4);
    return env;
  }

  private DataStream<Question> questions(StreamExecutionEnvironment env, int rows, String job)
      throws IOException {
    StateKey key = StateKey.file(Files.writeString(directory.resolve("key"), Account.SECRET) + "");
    return env.fromSource(
            new DataGeneratorSource<>(
                row -> row, rows, RateLimiterStrategy.perSecond(PER_SECOND), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "rows")
        .map(new Rows(job))
        .returns(Question.type(key))
        // So that questions, and with unaligned checkpoints their bytes, are on the way as well.
        .rebalance();
  }

  private static RunningJob start(
      StreamExecutionEnvironment env, DataStream<Question> questions, Account account, String job)
      throws Exception {
    return start(env, questions, account, job, CAPACITY);
  }

  private static RunningJob start(
      StreamExecutionEnvironment env,
      DataStream<Question> questions,
      Account account,
      String job,
      int capacity)
      throws Exception {
    TelproofStreams.ask(questions, CheckType.TENURE, account.config())
        .capacity(capacity)
        .purpose("recheck")
        .unordered(Tenure.class)
        .map(new Outcomes.End(job))
        .returns(new OutcomeTypeInfo<>())
        .sinkTo(new DiscardingSink<>());
    return CLUSTER.start(env, job);
  }

  private static String key(String job, long row) {
    return job + '/' + row + '.';
  }

  private static String national(long row) {
    return "139%08d".formatted(row + 12_345_678);
  }

  private static PhoneNumber number(long row) {
    return PhoneNumber.of("+86" + national(row));
  }

  /** The values, by the key; each is the same however often it came. */
  private static Map<String, Tenure> known(Outcomes outcomes) {
    Map<String, Tenure> known = new HashMap<>();
    for (Outcome<Tenure> outcome : outcomes.seen()) {
      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      Answer<Tenure> answer = ((Outcome.Answered<Tenure>) outcome).answer();
      assertThat(answer).isInstanceOf(Answer.Known.class);
      Tenure value = ((Answer.Known<Tenure>) answer).value();
      Tenure before = known.put(outcome.key(), value);
      assertThat(before == null || before.equals(value)).isTrue();
    }
    return known;
  }

  private static long recorded(Outcomes outcomes) {
    return outcomes.seen().stream()
        .filter(
            outcome ->
                outcome instanceof Outcome.Answered<Tenure> answered
                    && answered.answer().receipt().origin() == AnswerOrigin.RECORDED)
        .count();
  }

  private static String bytes(Path state) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
