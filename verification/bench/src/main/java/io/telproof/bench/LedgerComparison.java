package io.telproof.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Telproof without a ledger and with each of both, which have a directory and a PostgreSQL on this
 * machine that bring to the disk what they keep. For one thread.
 */
final class LedgerComparison implements AutoCloseable {
  private static final String BLOCK =
      "telproof.ledger { hash-key = the-hash-key-of-this-bench, KEEPER }";

  private final Path directory;
  private final EmbeddedPostgres postgres;
  private final Peer without;
  private final Peer file;
  private final Peer quick;
  private final Peer wait;
  private final Peer jdbc;

  LedgerComparison(ClassPaths paths) throws IOException {
    this.directory = Files.createTempDirectory("telproof-bench");
    this.postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            // The library's own are off.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    this.without =
        new Peer(
            "Telproof, Tencent", Vendor.TENCENT, paths.everything(), TelproofTencentCall.class);
    this.file =
        new Peer(
            "the same, ledger in files", Vendor.TENCENT, paths.everything(), FileLedgerCall.class);
    this.quick =
        new Peer(
            "the same, ledger in files, survives process-end",
            Vendor.TENCENT,
            paths.everything(),
            FileLedgerCall.class,
            "-D" + FileLedgerCall.SURVIVES + "=process-end");
    this.wait =
        new Peer(
            "no ledger, " + WaitCall.MICROS + " µs of wait before each call",
            Vendor.TENCENT,
            paths.everything(),
            WaitCall.class);
    this.jdbc =
        new Peer(
            "the same, ledger in PostgreSQL",
            Vendor.TENCENT,
            paths.everything(),
            JdbcLedgerCall.class);
  }

  /** The configuration of a ledger in files. */
  static String file(Path directory, String survives) {
    return BLOCK.replace(
        "KEEPER", "kept = file, directory = \"" + directory + "\", survives = " + survives);
  }

  /** The configuration of a ledger in PostgreSQL. */
  static String jdbc(String url) {
    return BLOCK.replace("KEEPER", "kept = jdbc, user = postgres, url = \"" + url + "\"");
  }

  /** What each client's JVM has to be told. */
  List<String> options() {
    return List.of(
        "-D" + FileLedgerCall.DIRECTORY + "=" + directory,
        "-D"
            + JdbcLedgerCall.URL
            + "=jdbc:postgresql://127.0.0.1:"
            + postgres.getPort()
            + "/postgres");
  }

  List<Peer> peers() {
    return List.of(without, file, quick, wait, jdbc);
  }

  /** Whether the ledger in files costs no more than it may, in both ways. */
  Target[] targets(Figures figures) {
    return new Target[] {
      Target.cpu(figures, file, without, 1.2), Target.cpu(figures, quick, without, 1.2)
    };
  }

  /** The CPU of others beside that of a call without a ledger, of which nothing is wanted. */
  String others(Figures figures) {
    return String.format(
        Locale.ROOT,
        "CPU a call, 8 threads, in PostgreSQL / without: %.2f%n"
            + "CPU a call, 8 threads, after a wait / without: %.2f%n"
            + "CPU a call, 8 threads, ledger in files / after a wait: %.2f%n",
        figures.ratio(jdbc, without, 8, Slice::cpuPerCall),
        figures.ratio(wait, without, 8, Slice::cpuPerCall),
        figures.ratio(file, wait, 8, Slice::cpuPerCall));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
