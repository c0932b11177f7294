package io.telproof.examples.flink;

import io.telproof.Tenure;
import io.telproof.flink.Question;
import io.telproof.flink.StateKey;
import io.telproof.flink.TelproofConfig;
import io.telproof.flink.TelproofStreams;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Asks how long each number of a file has been in use, and writes a line for each. */
public final class Recheck {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

  private static final List<String> PARTS =
      List.of("RUN", "IN", "OUT", "CONFIGURATION", "STATE-KEY");

  private Recheck() {}

  /**
   * Runs the job.
   *
   * @param args a name of the run, which makes the keys of its questions; the file or the directory
   *     to read; the directory to write into; and two files that each task manager has: the
   *     configuration, and the key of the state
   */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Optional<String> refusal = refusal(args, env instanceof LocalStreamEnvironment);
    if (refusal.isPresent()) {
      refuse(refusal.get(), env);
    }
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
    System.out.println(
        "recheck: the answers are in " + args[2] + "/*/part-* when the job has ended");
    env.execute("recheck " + args[0]);
  }

  /**
   * What is wrong with a command line, before a job of it fails and is started again for ever.
   *
   * @param here whether the task managers are in this JVM, so that their files have to be here
   */
  private static Optional<String> refusal(String[] args, boolean here) throws IOException {
    if (args.length != PARTS.size()) {
      return Optional.of("expected " + String.join(" ", PARTS));
    }
    Path in = new Path(args[1]);
    if (!in.getFileSystem().exists(in)) {
      return Optional.of("IN: there is no such file or directory");
    }
    for (int i = 3; here && i < args.length; i++) {
      if (!Files.isReadable(java.nio.file.Path.of(args[i]))) {
        return Optional.of(PARTS.get(i) + ": there is no such file, or it cannot be read");
      }
    }
    return Optional.empty();
  }

  private static void refuse(String why, StreamExecutionEnvironment env) {
    if (env instanceof LocalStreamEnvironment) {
      System.err.println("recheck: " + why);
      System.exit(2);
    }
    // Of a cluster's JVM this is not the one to end.
    throw new IllegalArgumentException(why);
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
