package io.telproof.ledger.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The askers in a JVM of their own, which can be killed and goes on where it was. It ends where its
 * input does, and so never outlives this one. For one thread.
 */
final class AskingProcess implements AutoCloseable {
  private final Schedule schedule;
  private final int number;
  private final String config;
  private final Progress progress;
  private final AtomicIntegerArray positions;
  private Process process;
  private Thread reader;
  private volatile boolean over;
  private volatile boolean killed;

  AskingProcess(Schedule schedule, int number, String config, Progress progress)
      throws IOException {
    this.schedule = schedule;
    this.number = number;
    this.config = config;
    this.progress = progress;
    this.positions = new AtomicIntegerArray(schedule.threads());
    this.process = start(false);
    this.reader = reader(process);
  }

  private Process start(boolean again) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xss256k"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AskersMain.class.getName());
    command.addAll(List.of(schedule.words(), Integer.toString(number), config));
    command.add(Boolean.toString(again));
    command.add(
        IntStream.range(0, positions.length())
            .mapToObj(thread -> Integer.toString(positions.get(thread)))
            .collect(Collectors.joining(" ")));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private Thread reader(Process from) {
    Thread thread = new Thread(() -> read(from), "what a process says");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(Process from) {
    try (BufferedReader out = from.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        hear(line.split(" ", -1));
      }
    } catch (IOException e) {
      // Killed: there is no more to read.
    }
    if (!over && !killed) {
      progress.broken("a process has ended early; its error output says why");
    }
  }

  /** What a killed process has said in part is not there for anybody. */
  private void hear(String[] words) {
    if (words[0].equals(AskersMain.OVER)) {
      over = true;
    } else if (words[0].equals(AskersMain.ENDED) && words.length > 3) {
      // Forward alone: as a process ends, Java reads what is left of its output beside the reader.
      positions.accumulateAndGet(
          Integer.parseInt(words[1]), Integer.parseInt(words[2]) + 1, Math::max);
      progress.ended(Arrays.copyOfRange(words, 3, words.length));
    }
  }

  /**
   * Ends it with SIGKILL, and starts it again.
   *
   * @return whether it was asking
   */
  boolean killAndStartAgain() throws IOException, InterruptedException {
    killed = true;
    process.destroyForcibly().waitFor();
    reader.join();
    if (over) {
      return false;
    }
    killed = false;
    process = start(true);
    reader = reader(process);
    return true;
  }

  /** Whether it has asked everything. */
  boolean isOver() {
    return over;
  }

  /** Returns once it has ended by itself and all that it said has been heard. */
  void finish() throws InterruptedException {
    int status = process.waitFor();
    reader.join();
    if (status != 0 || !over) {
      throw new IllegalStateException("a process did not end well; its error output says why");
    }
  }

  @Override
  public void close() {
    killed = true;
    process.destroyForcibly();
  }
}
