package io.telproof.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
    this.jdbc =
        new Peer(
            "the same, ledger in PostgreSQL",
            Vendor.TENCENT,
            paths.everything(),
            JdbcLedgerCall.class);
  }

  /** The configuration of a ledger in files. */
  static String file(Path directory) {
    return BLOCK.replace("KEEPER", "kept = file, directory = \"" + directory + "\"");
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
    return List.of(without, file, jdbc);
  }

  /** Whether the ledger in files costs no more than it may. */
  Target target(Figures figures) {
    return Target.cpu(figures, file, without, 1.2);
  }

  /** The same of a ledger in PostgreSQL, of which nothing is wanted. */
  double jdbcRatio(Figures figures) {
    return figures.ratio(jdbc, without, 8, Slice::cpuPerCall);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
