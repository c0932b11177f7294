package io.telproof.bulk.trial;

import io.telproof.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command, as a person runs it. */
final class BulkProcess {
  /** The file with all that the command has said. */
  static final String SAID = "said";

  private static final Pattern BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");
  private static final Pattern FULL = Pattern.compile("Pause Full .*M->(\\d+)M\\(\\d+M\\)");

  private final Path directory;
  private final Path table;
  private final Path configuration;
  private final String heap;

  BulkProcess(Path directory, Path table, Path configuration, String heap) {
    this.directory = directory;
    this.table = table;
    this.configuration = configuration;
    this.heap = heap;
  }

  private Process start(Path out, List<String> more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bulk",
                "tenure",
                table.toString(),
                out.toString(),
                "--column",
                "number=phone",
                "--config",
                configuration.toString(),
                "--json"));
    arguments.addAll(more);
    return Jvm.start(
            List.of("-Xmx" + heap, "-Xlog:gc:file=" + directory.resolve("gc.log")),
            Main.class.getName(),
            arguments)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(SAID).toFile()))
        .start();
  }

  /** Runs it to its end, and returns its exit status. */
  int run(Path out, String... more) throws IOException, InterruptedException {
    return start(out, List.of(more)).waitFor();
  }

  /** Runs it and kills it after this time; whether it was still running. */
  boolean killed(Path out, long millis) throws IOException, InterruptedException {
    Process process = start(out, List.of());
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  /** The most that was in the heap of the last process before a collection, in MiB. */
  long peakHeap() throws IOException {
    return mostOfHeap(BEFORE);
  }

  /** The most that a full collection has left there, in MiB; 0 where there was none. */
  long keptHeap() throws IOException {
    return mostOfHeap(FULL);
  }

  private long mostOfHeap(Pattern size) throws IOException {
    return Files.readAllLines(directory.resolve("gc.log")).stream()
        .map(size::matcher)
        .filter(Matcher::find)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .max()
        .orElse(0);
  }
}
