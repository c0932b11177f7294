package io.telproof.examples.flink;

import io.telproof.Tenure;
import io.telproof.flink.Question;
import io.telproof.flink.StateKey;
import io.telproof.flink.TelproofConfig;
import io.telproof.flink.TelproofStreams;
import io.telproof.spi.CheckType;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Asks how long each number of a file has been in use, and writes a line for each. */
public final class Recheck {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

  private Recheck() {}

  /**
   * Runs the job.
   *
   * @param args a name of the run, which makes the keys of its questions; the file or the directory
   *     to read; the directory to write into; and two files that each task manager has: the
   *     configuration, and the key of the state
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      throw new IllegalArgumentException("expected RUN IN OUT CONFIGURATION STATE-KEY");
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.enableCheckpointing(BETWEEN_CHECKPOINTS.toMillis());
    }
    add(
        env,
        args[0],
        new Path(args[1]),
        new Path(args[2]),
        TelproofConfig.file(args[3]),
        StateKey.file(args[4]));
    env.execute("recheck " + args[0]);
  }

  static void add(
      StreamExecutionEnvironment env,
      String run,
      Path in,
      Path out,
      TelproofConfig config,
      StateKey key) {
    DataStream<Question> questions =
        env.fromSource(
                FileSource.forRecordStreamFormat(new QuestionFormat(run, key), in).build(),
                WatermarkStrategy.noWatermarks(),
                "numbers")
            // One file is read by one subtask, and asked about by all.
            .rebalance();
    TelproofStreams.ask(questions, CheckType.TENURE, config)
        .purpose("recheck")
        .unordered(Tenure.class)
        .map(new OutcomeLine(run))
        .returns(Types.STRING)
        // A part of the output is there once a checkpoint has it, and then exactly once.
        .sinkTo(FileSink.forRowFormat(out, new SimpleStringEncoder<String>()).build())
        .name("tenures");
  }

  /** The same for an id whenever and wherever it is asked in this run, and no other one's. */
  static String key(String run, String id) {
    return run + '/' + id;
  }

  static String id(String run, String key) {
    return key.substring(run.length() + 1);
  }
}
