package io.telproof.limits.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another JVM with this class path, talked to in lines. It ends where its input does, and so never
 * outlives this one. Thread-safe.
 */
final class ChildProcess implements AutoCloseable {
  /** Words before each command, such as {@code nice -n -10}; none unless said. */
  static final List<String> BEFORE = words("telproof.trial.before");

  /**
   * Words before the vendor's as well. It shares a machine with those who ask it only here, and
   * what it stamps late because it waits for a processor did not arrive late.
   */
  static final List<String> BEFORE_VENDOR = words("telproof.trial.before-vendor");

  private static final int PATIENCE_SECONDS = 20;

  private final Process process;
  private final Writer in;
  private final Thread reader;

  /**
   * Starts it.
   *
   * @param before words before the command
   * @param lines gets each line of its output, on one thread
   * @param ended is run on that thread when it has ended
   */
  ChildProcess(
      List<String> before,
      Class<?> main,
      List<String> arguments,
      Consumer<String> lines,
      Runnable ended)
      throws IOException {
    List<String> command = new ArrayList<>(BEFORE);
    command.addAll(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xss256k"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = process.outputWriter(StandardCharsets.UTF_8);
    reader =
        new Thread(
            () -> {
              read(lines);
              ended.run();
            },
            "child");
    reader.setDaemon(true);
    reader.start();
  }

  private static List<String> words(String property) {
    return List.of(System.getProperty(property, "").split(" ")).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private void read(Consumer<String> lines) {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      // Killed: there is no more to read.
    }
  }

  void write(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a process has ended; its error output says why", e);
    }
  }

  /** Ends it with SIGKILL, and returns once all that it said before has been read. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Ends its input, and returns once it has ended and all that it said has been read. */
  void finish() throws InterruptedException {
    try {
      in.close();
    } catch (IOException e) {
      // It has ended already.
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    reader.join();
  }

  /** Ends it with SIGKILL, and does not wait. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
