package io.telproof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The programs run to their end. What they measure is the machine's, and no test. */
@Tag("bench")
@Timeout(300)
class ProgramsTest {
  private static final List<String> JVM =
      List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** For a moment: one JVM for each client, one slice for each number of threads. */
  private static final Plan MOMENT = new Plan(1, 0, 0, 1, 0, 20, 0, List.of(1, 8, 64), JVM);

  @Test
  void every_client_has_a_row_and_every_target_one() throws Exception {
    ClassPaths paths = ClassPaths.found();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Server server = new JavaServer(paths, JVM)) {
      Loopback.run(MOMENT, server, paths, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (Peer peer : Peers.of(paths, Optional.empty()).all()) {
      assertThat(lines).filteredOn(line -> line.startsWith("| " + peer.name() + " |")).hasSize(1);
    }
    assertThat(lines)
        .filteredOn(line -> line.endsWith("| met |") || line.endsWith("| missed |"))
        .hasSize(15)
        .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
  }

  @Test
  void every_ledger_has_a_row_and_its_target_one() throws Exception {
    ClassPaths paths = ClassPaths.found();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Server server = new JavaServer(paths, JVM)) {
      Loopback.runLedger(MOMENT, server, paths, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("| Telproof, Tencent |")
        .contains("| the same, ledger in files |")
        .contains("| the same, ledger in PostgreSQL |")
        .contains("| the same, ledger in files, survives process-end |")
        .contains("| no ledger, 900 µs of wait before each call |")
        .containsPattern("(?m)^CPU a call, 8 threads, in PostgreSQL / without: [0-9]")
        .containsPattern("(?m)^CPU a call, 8 threads, after a wait / without: [0-9]")
        .containsPattern("(?m)^CPU a call, 8 threads, ledger in files / after a wait: [0-9]")
        .containsPattern("(?m)\\| [0-9.]+ \\| ≤ 1.20 \\| (met|missed) \\|$");
  }

  @Test
  void every_part_has_a_row_and_what_it_adds() throws Exception {
    ClassPaths paths = ClassPaths.found();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Server server = new JavaServer(paths, JVM)) {
      Loopback.runParts(MOMENT, server, paths, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    for (Part part : Part.values()) {
      assertThat(out.toString(StandardCharsets.UTF_8))
          .containsPattern("(?m)^\\| " + part.name().toLowerCase(Locale.ROOT) + " \\| -?[0-9]+ %");
    }
  }

  @Test
  void every_layer_has_a_row_and_what_it_adds() throws Exception {
    ClassPaths paths = ClassPaths.found();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Server server = new JavaServer(paths, JVM)) {
      Loopback.runLayers(MOMENT, server, paths, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (Layer layer : Layer.values()) {
      assertThat(lines).filteredOn(line -> line.startsWith("| " + layer.words() + " |")).hasSize(1);
    }
    assertThat(lines)
        .filteredOn(line -> line.contains(" % | "))
        .hasSize(Layer.values().length - 1)
        .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
  }

  @Test
  void every_benchmark_gives_a_figure() throws Exception {
    // So that another run on this machine, which is busy anyway, keeps this one from nothing.
    System.setProperty("jmh.ignoreLock", "true");
    Options options =
        new OptionsBuilder()
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark().replaceFirst(".*\\.(.*\\.)", "$1"))
        .containsExactlyInAnyOrder(
            "TencentBenchmark.sign",
            "TencentBenchmark.encode",
            "TencentBenchmark.decode",
            "AlibabaBenchmark.sign",
            "AlibabaBenchmark.encode",
            "AlibabaBenchmark.decode",
            "HandSignatureBenchmark.tc3",
            "HandSignatureBenchmark.acs3",
            "PipelineBenchmark.plain",
            "PipelineBenchmark.everything");
  }
}
