package io.telproof.bulk;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A vendor without limits, and a directory with a table. */
final class RunFixture implements AutoCloseable {
  private static final TencentCredentials KEY = TencentVendor.CREDENTIALS;

  private final Path directory;
  private final TencentVendor vendor =
      new TencentVendor(TencentSettings.published().limits(1_000_000, 1_000_000_000));
  private final Sandbox sandbox = Sandbox.start(vendor);

  RunFixture(Path directory) {
    this.directory = directory;
  }

  /** A provider that asks the vendor, and whatever else is said. */
  Config config(Map<String, ?> more) {
    return ConfigFactory.parseMap(more)
        .withFallback(
            ConfigFactory.parseMap(
                Map.of(
                    "telproof.providers.main.type",
                    "tencent",
                    "telproof.providers.main.endpoint",
                    sandbox.endpoint().toString(),
                    "telproof.providers.main.secret-id",
                    KEY.secretId(),
                    "telproof.providers.main.secret-key",
                    KEY.secretKey(),
                    "telproof.providers.main.limits.tenure",
                    "100000/s",
                    "telproof.providers.main.limits.phone-status",
                    "100000/s",
                    "telproof.providers.main.limits.identity-match",
                    "100000/s",
                    // A question that is lost is lost, whatever a breaker thinks of it.
                    "telproof.breaker.enabled",
                    false)));
  }

  Config config() {
    return config(Map.of());
  }

  Sandbox sandbox() {
    return sandbox;
  }

  void revokeKey() {
    vendor.keys().revoke(KEY.secretId());
  }

  void restoreKey() {
    vendor.keys().restore(KEY.secretId());
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** Writes a table of these lines. */
  InputTable table(String... lines) throws IOException {
    return InputTable.of(Files.writeString(file("in.csv"), String.join("\n", lines) + "\n"));
  }

  /** A run of a table whose numbers are in a column of that name. */
  BulkRun tenure(InputTable table) {
    return BulkRun.of(CheckType.TENURE, table, file("out.csv")).inFlight(1);
  }

  List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name));
  }

  /** Of each row of the output the first fields. */
  List<String> output(int fields) throws IOException {
    return lines("out.csv").stream().skip(1).map(line -> first(line, fields)).toList();
  }

  private static String first(String line, int fields) {
    return String.join(",", List.of(line.split(",", -1)).subList(0, fields));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
