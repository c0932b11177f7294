package io.telproof.flink.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import redis.embedded.core.ExecutableProvider;

/** A Redis for the limits and a PostgreSQL for the ledger, which brings what it commits to disk. */
final class Servers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final int redisPort = freePort();
  private final int postgresPort = freePort();
  private final EmbeddedPostgres postgres;
  private final Process redis;

  Servers(Path directory) throws IOException {
    redis =
        new ProcessBuilder(
                ExecutableProvider.newJarResourceProvider().get().toPath().toString(),
                "--port",
                String.valueOf(redisPort),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("redis.log").toFile())
            .start();
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setPort(postgresPort)
              .setDataDirectory(directory.resolve("data"))
              .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setPGStartupWait(PATIENCE)
              .start();
      untilRedis();
    } catch (IOException | RuntimeException e) {
      redis.destroyForcibly();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void untilRedis() {
    Waits.until(
        () -> {
          try (Socket socket = new Socket()) {
            socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), redisPort), 1000);
            return true;
          } catch (IOException e) {
            if (!redis.isAlive()) {
              throw new IllegalStateException("Redis has ended; redis.log says why");
            }
            return false;
          }
        });
  }

  /** Limits and ledger of a run, whose keys are its own. */
  String configuration(String run) {
    return """
        limits {
          kept = redis, url = "redis://127.0.0.1:%d", hash-key = "a-key-of-16-letters-%s"
          command-timeout = 5s, hold = 6s
        }
        ledger {
          kept = jdbc, url = "%s", user = postgres, password = unused, schema = "%s"
          connect-timeout = 60s, command-timeout = 60s, lease = 5s
          hash-key = a-key-of-16-letters
          answers { keep = 1h, key = "%s" }
        }
        """
        .formatted(redisPort, run, url(), run, TrialJob.SECRET);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres";
  }

  /** How many intents of a run there are of which this is so. */
  long intents(String run, String which) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "unused");
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM " + run + ".intents WHERE " + which)) {
      count.next();
      return count.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    redis.destroyForcibly();
    postgres.close();
  }
}
