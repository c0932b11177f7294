package io.telproof.limits.trial;

import io.telproof.spi.time.Time;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of this machine's loopback address, which can be killed, started again on the same port,
 * and stopped for a while. It never outlives this process. For one thread.
 */
final class RedisServer implements AutoCloseable {
  /**
   * Starts the server, says its process id, and kills it where the input ends: also where whoever
   * started it was killed.
   */
  private static final String SCRIPT =
      "\"$@\" >/dev/null </dev/null & echo $!; cat >/dev/null; kill -9 $!; wait $! 2>/dev/null";

  private static final int TRIES = 250;

  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Path directory;
  private final File executable;
  private final boolean persistent;
  private int port;
  private @Nullable Process process;
  private long pid;

  /**
   * Starts one on a free port: the executable of {@code -Dtelproof.trial.redis}, or else the one
   * that comes with the build.
   *
   * @param persistent whether each write is on the disk before it is answered
   */
  RedisServer(boolean persistent) throws IOException, InterruptedException {
    this.directory = Files.createTempDirectory("telproof-redis");
    this.executable = executable();
    this.persistent = persistent;
    boolean started = false;
    for (int i = 0; i < PORTS && !started; i++) {
      port = freePort();
      started = launch();
    }
    requireStarted(started);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void requireStarted(boolean started) throws IOException, InterruptedException {
    if (!started) {
      close();
      throw new IllegalStateException("the Redis does not answer on port " + port);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "redis"));
    command.addAll(ChildProcess.BEFORE);
    command.add(executable.getPath());
    command.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--save", "", "--dir", directory.toString()));
    if (persistent) {
      command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
    }
    return command;
  }

  private File executable() throws IOException {
    String given = System.getProperty("telproof.trial.redis", "");
    return given.isEmpty()
        ? ExecutableProvider.newJarResourceProvider(directory.toFile()).get()
        : new File(given);
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** Starts it again on its port, and returns once it answers. */
  void start() throws IOException, InterruptedException {
    boolean started = false;
    for (int i = 0; i < PORTS && !started; i++) {
      started = launch();
    }
    requireStarted(started);
  }

  /** Starts it; whether it answers. Where it does not, it is ended. */
  private boolean launch() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process = started;
    BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
    pid = Long.parseLong(out.readLine());
    for (int i = 0; i < TRIES; i++) {
      if (answers()) {
        return true;
      }
      Time.system().await(BETWEEN_TRIES);
    }
    kill();
    return false;
  }

  private boolean answers() {
    return says("PING", "+PONG");
  }

  /** Whether this is what it says to a command. */
  private boolean says(String command, String reply) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(in.readNBytes(reply.length()), StandardCharsets.US_ASCII).equals(reply);
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets it forget everything; its connections stay. */
  void flush() {
    if (!says("FLUSHALL", "+OK")) {
      throw new IllegalStateException("the Redis does not forget");
    }
  }

  /** Ends it with SIGKILL. */
  void kill() throws IOException, InterruptedException {
    if (process != null) {
      process.getOutputStream().close();
      process.waitFor();
      process = null;
    }
  }

  /** Lets it stand still; its connections stay. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).inheritIO().start().waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      kill();
    } catch (InterruptedException e) {
      // Its input has ended: it is about to.
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
