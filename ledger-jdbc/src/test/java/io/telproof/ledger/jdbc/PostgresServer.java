package io.telproof.ledger.jdbc;

import io.telproof.Sensitive;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A real PostgreSQL on this machine, which brings what it commits to the disk. One serves all
 * tests, because it takes seconds to start, and ends with them; each test has a schema of its own.
 */
final class PostgresServer {
  /** The longest that a setting may wait for. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private static final Duration LONGEST = Duration.ofSeconds(100);

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  /** Begun when the first test asks for it. */
  private static final class Shared {
    private static final PostgresServer SERVER = new PostgresServer();
  }

  private final Path directory;
  private int port;
  private EmbeddedPostgres server;

  private PostgresServer() {
    try {
      this.directory = Files.createTempDirectory("telproof-postgres");
      this.server = startOnFreePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  static PostgresServer shared() {
    return Shared.SERVER;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgres startOnFreePort() throws IOException {
    for (int i = 1; ; i++) {
      port = freePort();
      try {
        return start();
      } catch (IOException | IllegalStateException e) {
        if (i == PORTS) {
          throw e;
        }
      }
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory.resolve("data"))
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
        // The library's own are off, and nothing would be proved of what is lost.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .setPGStartupWait(PATIENCE)
        .start();
  }

  /** A schema that is not there yet. */
  static String schema() {
    return "ledger_" + SCHEMAS.incrementAndGet();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Settings with which nothing ends by itself while a test runs, however busy the machine is. */
  JdbcLedgerSettings settings(String schema) {
    return settings(schema, Duration.ofMinutes(10), PATIENCE);
  }

  JdbcLedgerSettings settings(String schema, Duration lease, Duration timeout) {
    return settings(url(), schema, "postgres", "unused", lease, timeout);
  }

  static JdbcLedgerSettings settings(
      String url, String schema, String user, String password, Duration lease, Duration timeout) {
    return new JdbcLedgerSettings(
        PostgresUrl.of(url),
        Optional.of(Sensitive.of(user)),
        Optional.of(Sensitive.of(password)),
        Optional.of(schema),
        Optional.empty(),
        Optional.of(lease),
        Optional.of(timeout),
        Optional.of(timeout));
  }

  /** A connection of the test itself. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "unused");
  }

  /** Runs statements of the test itself, which may have a schema before their tables. */
  void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        boolean unused = statement.execute(each);
      }
    }
  }

  /** The first value of the first row. */
  String value(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The leases of all owners of a schema end, as if their processes had stood still for long. */
  void endLeases(String schema) throws SQLException {
    run("UPDATE " + schema + ".owners SET lease_until = clock_timestamp()");
  }

  /** From now on this user needs its password; the others need none. */
  void guard(String user) throws SQLException {
    Path access = directory.resolve("data/pg_hba.conf");
    try {
      Files.writeString(
          access, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("SELECT pg_reload_conf()");
  }

  /** It ends as if the power of its process had been cut. */
  void kill() {
    long pid = postmaster();
    Stream<ProcessHandle> backends =
        ProcessHandle.of(pid).map(ProcessHandle::children).orElse(Stream.empty());
    Stream.concat(ProcessHandle.of(pid).stream(), backends.toList().stream())
        .forEach(ProcessHandle::destroyForcibly);
    until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one in its place, with what it has brought to its disk. */
  void startAgain() {
    until(
        () -> {
          try {
            // It holds a lock on the directory.
            server.close();
            server = start();
            return true;
          } catch (IOException | IllegalStateException e) {
            // Processes of the old one are still about to end.
            return false;
          }
        });
  }

  /** Looks again and again until it is so. */
  static void until(BooleanSupplier so) {
    long began = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - began > LONGEST.toNanos()) {
        throw new AssertionError("it did not come to be so within " + LONGEST);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
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
