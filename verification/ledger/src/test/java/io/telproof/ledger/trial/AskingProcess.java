package io.telproof.ledger.trial;

import io.telproof.spi.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final Path said = Files.createTempFile("asking-process", ".txt");
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
    return new ProcessBuilder(command)
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Thread reader(Process from) {
    Thread thread = new Thread(() -> read(from), "what a process says");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** From a file: of a pipe Java closes the end of whoever reads as the process ends. */
  private void read(Process from) {
    try (InputStream out = Files.newInputStream(said)) {
      StringBuilder line = new StringBuilder();
      byte[] read = new byte[1 << 13];
      while (true) {
        // Asked first: what it said before its end is there to be read then.
        boolean ended = !from.isAlive();
        int many = out.read(read);
        for (int i = 0; i < many; i++) {
          if (read[i] == '\n') {
            hear(line.toString().split(" ", -1));
            line.setLength(0);
          } else {
            line.append((char) read[i]);
          }
        }
        if (many <= 0 && ended) {
          break;
        }
        if (many <= 0) {
          Time.system().await(BETWEEN_LOOKS);
        }
      }
    } catch (IOException | InterruptedException e) {
      progress.broken("what a process says cannot be read: " + e);
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
      positions.set(Integer.parseInt(words[1]), Integer.parseInt(words[2]) + 1);
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
    said.toFile().deleteOnExit();
  }
}
