package io.telproof.flink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A real PostgreSQL on this machine, which ends with the tests. */
final class PostgresServer {
  private static final int PORTS = 5;

  private final Path directory;
  private final EmbeddedPostgres server;
  private int port;

  private PostgresServer() throws IOException {
    directory = Files.createTempDirectory("telproof-postgres");
    server = startOnFreePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  static PostgresServer start() {
    try {
      return new PostgresServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres startOnFreePort() throws IOException {
    for (int i = 1; ; i++) {
      port = RedisServer.freePort();
      try {
        return EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
      } catch (IOException | IllegalStateException e) {
        if (i == PORTS) {
          throw e;
        }
      }
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Runs a statement of the test itself. */
  void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "unused");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        boolean unused = statement.execute(each);
      }
    }
  }

  private void end() {
    try {
      server.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
