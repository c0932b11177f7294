package io.telproof.limits.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on this machine, which ends with the test. */
final class RedisServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path EMBEDDED = embedded();

  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private final Path executable;
  private final int port;
  private final Path directory;
  private final List<String> options;
  private Process process;
  private @Nullable RedisClient client;
  private @Nullable RedisCommands<String, String> commands;

  private RedisServer(Path executable, int port, List<String> options) {
    this.executable = executable;
    this.port = port;
    this.options = options;
    try {
      this.directory = Files.createTempDirectory("telproof-redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = launch();
  }

  /** The one that comes with the build. */
  static RedisServer start(String... options) {
    return start(EMBEDDED, options);
  }

  static RedisServer start(Path executable, String... options) {
    return startOnFreePort(executable, Arrays.asList(options));
  }

  private static RedisServer startOnFreePort(Path executable, List<String> options) {
    for (int i = 1; ; i++) {
      RedisServer server = new RedisServer(executable, freePort(), options);
      try {
        server.untilReady();
        return server;
      } catch (IllegalStateException e) {
        server.close();
        if (i == PORTS) {
          throw e;
        }
      }
    }
  }

  /** One that looks after a master by the name of main, and is quick to take another. */
  static RedisServer sentinelOf(RedisServer master) {
    return startOnFreePort(
        EMBEDDED,
        List.of(
            "--sentinel",
            "sentinel monitor main 127.0.0.1 " + master.port() + " 1",
            "sentinel down-after-milliseconds main 300",
            "sentinel failover-timeout main 3000"));
  }

  /** The one that comes with the build, and the one that is installed, where one is. */
  static Stream<Path> executables() {
    return Stream.concat(Stream.of(EMBEDDED), installed().stream());
  }

  /** The one that is installed; the build's own where none is. */
  static Path installedOrEmbedded() {
    return installed().orElse(EMBEDDED);
  }

  private static Optional<Path> installed() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path embedded() {
    try {
      return ExecutableProvider.newJarResourceProvider().get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    if (options.contains("--sentinel")) {
      return launchSentinel();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                directory.toString(),
                "--loglevel",
                "warning"));
    command.addAll(options);
    return launch(command);
  }

  /** It writes down what it learns, and so has its options in a file. */
  private Process launchSentinel() {
    Path file = directory.resolve("sentinel.conf");
    List<String> lines = new ArrayList<>(options.subList(1, options.size()));
    lines.add("port " + port);
    lines.add("bind 127.0.0.1");
    lines.add("dir " + directory);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return launch(List.of(executable.toString(), file.toString(), "--sentinel"));
  }

  private Process launch(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(directory.resolve("log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a sentinel says so of its master. */
  boolean sentinelSees(String words) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write("INFO sentinel\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .contains(words);
    } catch (IOException e) {
      return false;
    }
  }

  private void untilReady() {
    until(
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("Redis ended: " + log());
          }
          return isReady();
        });
  }

  private boolean isReady() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String said = new String(in.readNBytes(5), StandardCharsets.US_ASCII);
      return said.equals("+PONG") || said.equals("-NOAU");
    } catch (IOException e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks again and again until it is so. */
  static void until(BooleanSupplier so) {
    long began = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError("it did not come to be so within " + PATIENCE);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** For the test itself. */
  RedisCommands<String, String> commands() {
    if (commands == null) {
      client = RedisClient.create(url());
      commands = client.connect().sync();
    }
    return commands;
  }

  String runId() {
    return commands().info("server").replaceAll("(?s).*run_id:([0-9a-f]+).*", "$1");
  }

  /** Lets a limiter be known from before: what is new would be closed for a while. */
  void open(String prefix, String key) {
    open(prefix + ":{" + key + "}:state");
  }

  /** The same for the state of a budget. */
  void open(String state) {
    commands().hset(state, Map.of("run", runId(), "since", "1", "opens", "0"));
  }

  /** It ends as if the power had failed. */
  void kill() {
    disconnect();
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Another one in its place, with what it has written to its disk. */
  void startAgain() {
    process = launch();
    untilReady();
  }

  /** It stands still, and its connections stay. */
  void pause() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void disconnect() {
    if (client != null) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
      client = null;
      commands = null;
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
