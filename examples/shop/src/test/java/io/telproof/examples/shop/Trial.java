package io.telproof.examples.shop;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shop on a sandbox of its own. */
final class Trial implements AutoCloseable {
  private static final Path APPLICATION_CONF = Path.of("src/main/resources/application.conf");

  private final Rehearsal rehearsal = new Rehearsal();
  private final Injector injector;

  /** The shop with this configuration file, and something put in the place of its bindings. */
  Trial(String file, Module... instead) {
    try {
      // So many lost replies in a row would open the breaker, and then nobody is asked.
      Config config =
          ConfigFactory.parseString("telproof.breaker.enabled = false")
              .withFallback(rehearsal.over(ConfigFactory.parseString(file)));
      injector =
          Guice.createInjector(
              Modules.override(new TelproofModule(config), new ShopModule()).with(instead));
    } catch (RuntimeException e) {
      rehearsal.close();
      throw e;
    }
  }

  /** The file that the shop comes with. */
  static String applicationConf() {
    try {
      return Files.readString(APPLICATION_CONF);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Decision decide(Scenario scenario) {
    return injector.getInstance(SignUp.class).decide(Rehearsal.somebody(scenario.slug(), scenario));
  }

  AuditLog auditLog() {
    return injector.getInstance(AuditLog.class);
  }

  Bill bill() {
    return rehearsal.bill();
  }

  @Override
  public void close() {
    injector.getInstance(Telproof.class).close();
    rehearsal.close();
  }
}
