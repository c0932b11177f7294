package io.telproof.guice;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes injectors with a {@link TelproofModule} and the type {@code fake}, and closes clients. */
final class Wiring implements AutoCloseable {
  /** What no text may hold. */
  static final String CANARY = "CanaryKey0815";

  /** One provider, main, that offers phone-status alone. */
  static final String PHONE_STATUS_ALONE = provider("main", "phone-status");

  private static final String ALL_CHECKS =
      Stream.of(CheckType.values()).map(CheckType::key).collect(Collectors.joining(" "));

  final Fake.Factory factory = new Fake.Factory();
  private final List<Telproof> open = new ArrayList<>();

  static String provider(String name, String offers) {
    return "telproof.providers.%s { type = fake, offers = \"%s\", secret-key = %s }\n"
        .formatted(name, offers, CANARY);
  }

  /** A provider that offers all. */
  static String provider(String name) {
    return provider(name, ALL_CHECKS);
  }

  static Config config(String text) {
    return ConfigFactory.parseString(text)
        .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  /** Contributes the fake type. */
  Module fakes() {
    return binder ->
        Multibinder.newSetBinder(binder, new TypeLiteral<VerificationProviderFactory<?>>() {})
            .addBinding()
            .toInstance(factory);
  }

  Injector injector(String text, Module... application) {
    return injector(Stage.DEVELOPMENT, text, application);
  }

  Injector injector(Stage stage, String text, Module... application) {
    List<Module> modules = new ArrayList<>(List.of(application));
    modules.add(new TelproofModule(config(text)));
    modules.add(fakes());
    Injector injector = Guice.createInjector(stage, modules);
    open.add(injector.getInstance(Telproof.class));
    return injector;
  }

  @Override
  public void close() {
    open.forEach(Telproof::close);
  }
}
