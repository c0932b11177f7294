package io.telproof.examples.flink;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.flink.StateKey;
import io.telproof.flink.TelproofConfig;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a cluster inside this JVM, with a vendor of the sandbox. */
@Tag("flink")
final class RecheckTest {
  private static final int ROWS = 60;
  private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OPERATION = "MobileNetworkTimeVerification";

  @TempDir private Path directory;

  private final Sandbox sandbox =
      Sandbox.start(new TencentVendor(TencentSettings.published().limits(100_000, 1_000_000)));
  private Path in;
  private Path configuration;
  private Path stateKey;

  @BeforeEach
  void write() throws IOException {
    in = directory.resolve("customers.csv");
    stateKey = Files.writeString(directory.resolve("state.key"), SECRET);
    write(ROWS, "10000/s");
  }

  private void write(int rows, String limit) throws IOException {
    Files.write(
        in, IntStream.range(0, rows).mapToObj(row -> row + ",+86139%08d".formatted(row)).toList());
    configuration = configuration(limit);
  }

  @AfterEach
  void end() {
    sandbox.close();
  }

  private Path configuration(String limit) throws IOException {
    return Files.writeString(
        directory.resolve("telproof.conf"),
        """
        telproof {
          providers.main {
            type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s"
            limits { tenure = %s }
          }
          ledger {
            kept = file, directory = "%s", hash-key = a-key-of-16-letters
            answers { keep = 1h, key = "%s" }
          }
        }
        """
            .formatted(
                TencentVendor.CREDENTIALS.secretId(),
                TencentVendor.CREDENTIALS.secretKey(),
                sandbox.endpoint(),
                limit,
                directory.resolve("ledger"),
                SECRET));
  }

  @Test
  void each_line_comes_out_once_without_its_number_and_a_second_time_costs_nothing()
      throws Exception {
    Files.writeString(in, Files.readString(in) + "somebody,no number\nwithout a comma\n");
    run("first");
    List<String> first = lines("first");
    run("second");

    assertThat(sandbox.bill().charged(OPERATION)).isEqualTo(ROWS);
    assertThat(first)
        .hasSize(ROWS)
        .allMatch(line -> line.matches("[0-9]+,known,[0-9]+,[0-9]*,,CHARGED,"));
    assertThat(first.stream().map(RecheckTest::id))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ROWS).mapToObj(String::valueOf).toList());
    assertThat(lines("second"))
        .containsExactlyInAnyOrderElementsOf(
            first.stream().map(line -> line.replace("CHARGED", "FREE")).toList());
    assertThat(text(directory.resolve("first"))).doesNotContainPattern("139[0-9]{8}");
  }

  @Test
  void a_checkpoint_of_what_is_asked_has_the_ids_and_no_number() throws Exception {
    write(3000, "50/s");
    StreamExecutionEnvironment env = environment();
    // Also what is on its way to be asked is then in it.
    env.getCheckpointConfig().enableUnalignedCheckpoints();
    Recheck.add(
        env,
        "2026-11",
        new org.apache.flink.core.fs.Path(in.toUri()),
        new org.apache.flink.core.fs.Path(directory.resolve("slow").toUri()),
        TelproofConfig.file(configuration + ""),
        StateKey.file(stateKey + ""));
    JobClient job = env.executeAsync("slow");
    String state = "";
    while (!state.contains("2026-11/")) {
      TimeUnit.MILLISECONDS.sleep(20);
      state = text(directory.resolve("checkpoints"));
    }
    job.cancel().get();

    assertThat(state).doesNotContainPattern("139[0-9]{8}").doesNotContain(SECRET);
  }

  @Test
  void the_configuration_beside_the_example_is_that_of_the_page() throws IOException {
    assertThat(Files.readString(Path.of("../../docs/flink.md")))
        .contains(Files.readString(Path.of("telproof.conf")));
  }

  @Test
  void a_failure_says_its_kind_and_its_charge_and_why() throws Exception {
    Files.writeString(in, "a key with spaces,+8613800138000\n");
    run("failed");

    assertThat(lines("failed"))
        .singleElement()
        .asString()
        .startsWith("a key with spaces,failed,,,INVALID_REQUEST,FREE,\"")
        .endsWith("\"");
    assertThat(sandbox.bill().charged(OPERATION)).isZero();
  }

  private void run(String... arguments) throws Exception {
    Context.set(environment());
    try {
      Recheck.main(arguments);
    } finally {
      Context.unset();
    }
  }

  private void run(String out) throws Exception {
    run("2026-11", in + "", directory.resolve(out) + "", configuration + "", stateKey + "");
  }

  private StreamExecutionEnvironment environment() {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.resolve("checkpoints").toUri() + "");
    return StreamExecutionEnvironment.createLocalEnvironment(2, options);
  }

  /** What a job runs in that asks for it, as it is on a cluster. */
  @SuppressWarnings("try") // Flink's own close() may say that it was interrupted.
  private static final class Context extends StreamExecutionEnvironment {
    static void set(StreamExecutionEnvironment env) {
      initializeContextEnvironment(unused -> env);
    }

    static void unset() {
      resetContextEnvironment();
    }
  }

  private static String id(String line) {
    return line.substring(0, line.indexOf(','));
  }

  private List<String> lines(String out) {
    return files(directory.resolve(out))
        // What is not there for good begins with a dot.
        .filter(file -> !file.getFileName().toString().startsWith("."))
        .flatMap(file -> text(file).lines())
        .toList();
  }

  /** All that can be read below it now. */
  private static String text(Path place) {
    return files(place).map(RecheckTest::read).collect(joining());
  }

  private static Stream<Path> files(Path place) {
    if (!Files.exists(place)) {
      return Stream.empty();
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          place,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      // A checkpoint of before, which Flink throws away.
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
