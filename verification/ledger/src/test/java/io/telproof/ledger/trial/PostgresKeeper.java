package io.telproof.ledger.trial;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A real PostgreSQL on this machine, which brings what it commits to the disk. */
final class PostgresKeeper implements Keeper {
  /** A port that was free a moment ago can be the near end of somebody's connection by now. */
  private static final int PORTS = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private final Path directory;
  private int port;
  private EmbeddedPostgres server;

  PostgresKeeper() throws IOException {
    this.directory = Files.createTempDirectory("telproof-postgres");
    this.server = startOnFreePort();
  }

  private EmbeddedPostgres startOnFreePort() throws IOException {
    for (int i = 1; ; i++) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
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

  /** The lease is short, because the keys of a process that was killed are waited for. */
  @Override
  public String block() {
    return "kept = jdbc, url = \"jdbc:postgresql://127.0.0.1:%d/postgres\", user = postgres, lease = 5s"
        .formatted(port);
  }

  @Override
  public boolean killAndStartAgain() {
    kill();
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
    return true;
  }

  private void kill() {
    long pid = postmaster();
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    Stream<ProcessHandle> backends =
        process.map(ProcessHandle::children).orElse(Stream.empty()).toList().stream();
    Stream.concat(process.stream(), backends).forEach(ProcessHandle::destroyForcibly);
    until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something is so by now. */
  private interface Look {
    boolean isSo();
  }

  private static void until(Look look) {
    Time time = Time.system();
    Deadline deadline = Deadline.in(PATIENCE, time);
    while (!look.isSo()) {
      if (deadline.left().isZero()) {
        throw new IllegalStateException("the PostgreSQL does not come back");
      }
      try {
        time.await(BETWEEN_TRIES);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the trial", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
