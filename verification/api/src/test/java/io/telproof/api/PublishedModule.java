package io.telproof.api;

import io.telproof.Receipt;
import io.telproof.alibaba.AlibabaProviderFactory;
import io.telproof.bulk.BulkRun;
import io.telproof.camara.CamaraProviderFactory;
import io.telproof.cli.Main;
import io.telproof.client.Telproof;
import io.telproof.flink.TelproofStreams;
import io.telproof.guice.TelproofModule;
import io.telproof.ledger.FileLedgerFactory;
import io.telproof.ledger.jdbc.JdbcLedgerFactory;
import io.telproof.limits.redis.RedisLimitStoreFactory;
import io.telproof.meta.MetaProviderFactory;
import io.telproof.micrometer.TelproofMeters;
import io.telproof.sandbox.Sandbox;
import io.telproof.spring.TelproofAutoConfiguration;
import io.telproof.tencent.TencentProviderFactory;
import io.telproof.testkit.Clause;
import io.telproof.twilio.TwilioProviderFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A module that is published, and one of its classes, beside which the others lie. */
enum PublishedModule {
  CORE("core", Receipt.class),
  CLIENT("client", Telproof.class),
  GUICE("guice", TelproofModule.class),
  SPRING_BOOT("spring-boot", TelproofAutoConfiguration.class),
  MICROMETER("micrometer", TelproofMeters.class),
  LIMITS_REDIS("limits-redis", RedisLimitStoreFactory.class),
  LEDGER("ledger", FileLedgerFactory.class),
  LEDGER_JDBC("ledger-jdbc", JdbcLedgerFactory.class),
  BULK("bulk", BulkRun.class),
  FLINK("flink", TelproofStreams.class),
  PROVIDER_TENCENT("provider-tencent", TencentProviderFactory.class),
  PROVIDER_ALIBABA("provider-alibaba", AlibabaProviderFactory.class),
  PROVIDER_CAMARA("provider-camara", CamaraProviderFactory.class),
  PROVIDER_TWILIO("provider-twilio", TwilioProviderFactory.class),
  PROVIDER_META("provider-meta", MetaProviderFactory.class),
  SANDBOX("sandbox", Sandbox.class),
  TESTKIT("testkit", Clause.class),
  CLI("cli", Main.class);

  private final String folder;
  private final Class<?> known;

  PublishedModule(String folder, Class<?> known) {
    this.folder = folder;
    this.known = known;
  }

  /** Returns the module's folder in the repository. */
  String folder() {
    return folder;
  }

  /** Returns all classes of the module, loaded and not initialized. */
  List<Class<?>> classes() {
    try {
      Path source = Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(source)) {
        return under(source);
      }
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
        return under(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Class<?>> under(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .<Class<?>>map(name -> load(name.replaceFirst("\\.class$", "").replace('/', '.')))
          .toList();
    }
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, known.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
