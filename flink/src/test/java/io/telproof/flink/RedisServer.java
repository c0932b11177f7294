package io.telproof.flink;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on this machine, which ends with the tests. */
final class RedisServer {
  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private final Path directory;
  private final int port;
  private final Process process;

  private RedisServer(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process =
        new ProcessBuilder(
                ExecutableProvider.newJarResourceProvider().get().toPath().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
  }

  static RedisServer start() {
    try {
      Path directory = Files.createTempDirectory("telproof-redis");
      for (int i = 1; ; i++) {
        RedisServer server = new RedisServer(directory, freePort());
        if (server.isReady()) {
          Runtime.getRuntime().addShutdownHook(new Thread(server::end));
          return server;
        }
        if (i == PORTS) {
          throw new IllegalStateException(
              "Redis did not start: " + Files.readString(directory.resolve("log")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Until it takes connections, or its process has ended. */
  private boolean isReady() {
    while (process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      } catch (IOException e) {
        Waits.aMoment();
      }
    }
    return false;
  }

  private void end() {
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(directory)) {
      process.waitFor();
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
