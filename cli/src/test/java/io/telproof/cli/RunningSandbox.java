package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The command that serves, until it is closed. */
final class RunningSandbox implements AutoCloseable {
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final BufferedReader out;
  private final Thread server;

  RunningSandbox(String... arguments) throws IOException {
    PipedOutputStream written = new PipedOutputStream();
    out =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(written, 1 << 20), StandardCharsets.UTF_8));
    IoStreams surroundings =
        new IoStreams(
            InputStream.nullInputStream(),
            new PrintStream(written, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            what -> {
              throw new UsageException("nobody is there");
            });
    String[] all = Stream.concat(Stream.of("sandbox"), Stream.of(arguments)).toArray(String[]::new);
    server = new Thread(() -> status.complete(Cli.run(surroundings, all)));
    server.start();
  }

  /** What it printed, but for its last line. */
  List<String> page() throws IOException {
    StringBuilder page = new StringBuilder();
    for (String line = out.readLine(); !"Ctrl-C ends it.".equals(line); line = out.readLine()) {
      page.append(line).append('\n');
    }
    return page.toString().lines().toList();
  }

  /** The end of the line that begins with this label. */
  static String told(List<String> page, String label) {
    return page.stream()
        .filter(line -> line.startsWith(label + ' '))
        .map(line -> line.substring(label.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    server.interrupt();
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(status).isCompletedWithValue(0);
  }
}
