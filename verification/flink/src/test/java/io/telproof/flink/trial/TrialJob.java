package io.telproof.flink.trial;

import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.flink.Outcome;
import io.telproof.flink.Question;
import io.telproof.flink.StateKey;
import io.telproof.flink.TelproofConfig;
import io.telproof.flink.TelproofStreams;
import io.telproof.spi.CheckType;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job of the trial: so many rows, each asked about, and a line of each in files. */
final class TrialJob {
  /** 32 bytes in base64. */
  static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static final int NATIONAL_DIGITS = 8;

  private TrialJob() {}

  static StreamExecutionEnvironment of(
      int restPort, Path directory, Plan plan, String configuration, Path stateKey) {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    options.set(CheckpointingOptions.ENABLE_UNALIGNED, plan.unaligned());
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.resolve("checkpoints").toUri() + "");
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1000);
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createRemoteEnvironment("127.0.0.1", restPort, options);
    env.setParallelism(plan.taskManagers() * FlinkProcesses.SLOTS);
    TelproofStreams.ask(
            env.fromSource(
                    new DataGeneratorSource<>(
                        TrialJob::question,
                        plan.rows(),
                        Question.type(StateKey.file(stateKey.toString()))),
                    WatermarkStrategy.noWatermarks(),
                    "rows")
                .rebalance(),
            CheckType.TENURE,
            TelproofConfig.text(configuration))
        .capacity(plan.capacity())
        .within(Duration.ofMinutes(3))
        .unordered(Tenure.class)
        .map(TrialJob::line)
        .returns(Types.STRING)
        .sinkTo(
            FileSink.forRowFormat(
                    new org.apache.flink.core.fs.Path(directory.resolve("out").toUri()),
                    new SimpleStringEncoder<String>())
                .build());
    return env;
  }

  private static Question question(long row) {
    return new Question(
        String.valueOf(row), TenureQuery.of(PhoneNumber.of("+86139%08d".formatted(row))));
  }

  /** The row of a number, in whatever form a vendor has it. */
  static long row(String number) {
    return Long.parseLong(number.substring(number.length() - NATIONAL_DIGITS));
  }

  /** The row, and what came of it. */
  private static String line(Outcome<Tenure> outcome) {
    if (outcome instanceof Outcome.Failed<Tenure> failed) {
      return outcome.key() + ' ' + failed.failure().kind();
    }
    return outcome.key()
        + ' '
        + (((Outcome.Answered<Tenure>) outcome).answer() instanceof Answer.Known<Tenure>
            ? Output.KNOWN
            : "UNKNOWN");
  }
}
