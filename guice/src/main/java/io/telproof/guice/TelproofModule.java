package io.telproof.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.telproof.Check;
import io.telproof.client.AuditListener;
import io.telproof.client.Checks;
import io.telproof.client.ClientListener;
import io.telproof.client.ConfigurationException;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Binds the client of one configuration, and its checks, for an application that is wired with
 * Guice 5, 6 or 7.
 *
 * <pre>{@code
 * Injector injector =
 *     Guice.createInjector(new TelproofModule(Telproof.loadConfig()), new ShopModule());
 * try (Telproof telproof = injector.getInstance(Telproof.class)) {
 *   injector.getInstance(Shop.class).open();
 * }
 * }</pre>
 *
 * <p>Whoever creates the injector closes {@link Telproof}, as above, when nothing asks any more:
 * Guice closes nothing. Classes that get the client or a check injected do not close it.
 *
 * <p>Bound are:
 *
 * <ul>
 *   <li>{@link Telproof}, opened while the injector is created;
 *   <li>each check by its interface, which {@link CheckType#type} names, as the routes say;
 *   <li>the same checks {@link Named} after each provider of the configuration, which ask that
 *       provider alone: {@code @Named("main") TenureCheck}.
 * </ul>
 *
 * <p>A configuration with problems fails the creation of the injector: the message of the {@link
 * com.google.inject.CreationException} says them all, and its cause is the {@link
 * ConfigurationException}. So does a class that asks for a check that nobody is there to answer:
 * the message says what to add, and which class asks. A class that Guice does not see before it is
 * asked for, because no binding leads to it or because it is bound in a child injector, fails then,
 * with the same sentence. A test puts its own check in the place of one of these with {@link
 * com.google.inject.util.Modules#override}.
 *
 * <p>Ordinary bindings of the application contribute, from any module: a {@link Clock}, a {@link
 * Time}, {@link RateLimiters} and a {@link CredentialsProvider}, where they are bound; and the sets
 * of {@link Interceptor}, {@link AuditListener}, {@link ClientListener}, {@link
 * VerificationProvider} and {@code VerificationProviderFactory<?>}, each in the order of binding:
 *
 * <pre>{@code
 * bind(Clock.class).toInstance(Clock.systemUTC());
 * Multibinder.newSetBinder(binder(), Interceptor.class).addBinding().to(Tracing.class);
 * Multibinder.newSetBinder(binder(), new TypeLiteral<VerificationProviderFactory<?>>() {})
 *     .addBinding()
 *     .to(AcmeProviderFactory.class);
 * }</pre>
 *
 * <p>The name of a contributed {@link VerificationProvider} is known only when it has been made,
 * and then it is too late for a binding. Such a provider is asked alone through {@link
 * Telproof#only}. A contribution that asks for a check itself has a {@code Provider} of it
 * injected, because the client is not open before its contributions are there.
 *
 * <p>Each injector has a client of its own. Where the creation of an injector fails because of a
 * missing check, the client is closed again. Where it fails after that, in another module's
 * singleton, nobody has the client: a {@link ClientListener} that was bound has heard of it, and
 * can close it.
 *
 * <p>For one thread; nothing is opened before an injector is created.
 */
public final class TelproofModule extends AbstractModule {
  private final Config config;

  /**
   * For this configuration, as {@link Telproof#loadConfig()} gives it.
   *
   * @param config the configuration, with what it refers to
   */
  public TelproofModule(Config config) {
    this.config = Objects.requireNonNull(config, "config");
  }

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Interceptor.class);
    Multibinder.newSetBinder(binder(), AuditListener.class);
    Multibinder.newSetBinder(binder(), ClientListener.class);
    Multibinder.newSetBinder(binder(), VerificationProvider.class);
    Multibinder.newSetBinder(binder(), new TypeLiteral<VerificationProviderFactory<?>>() {});
    bind(OptionalBindings.class);
    TelproofProvider opener = new TelproofProvider(config, getProvider(OptionalBindings.class));
    bind(Telproof.class).toProvider(opener).asEagerSingleton();

    Provider<Telproof> telproof = getProvider(Telproof.class);
    bindChecks(telproof, client -> client, Key::get);
    for (String name : names()) {
      Named named = Names.named(name);
      bindChecks(telproof, client -> client.only(name), type -> Key.get(type, named));
    }
    requestInjection(new UnroutedCheckInspection(telproof, opener));
  }

  private void bindChecks(
      Provider<Telproof> telproof,
      Function<Telproof, Checks> checks,
      Function<Class<? extends Check<?, ?>>, Key<? extends Check<?, ?>>> key) {
    for (CheckType check : CheckType.values()) {
      bindCheck(key.apply(check.type()), telproof, checks.andThen(each -> each.check(check)));
    }
  }

  @SuppressWarnings("unchecked") // Checks.check gives what CheckType.type says.
  private <C extends Check<?, ?>> void bindCheck(
      Key<C> key, Provider<Telproof> telproof, Function<Telproof, Check<?, ?>> check) {
    bind(key).toProvider(new CheckProvider<>(telproof, check.andThen(found -> (C) found)));
  }

  /** The providers' names, as far as they can be read: what is wrong is said by the client. */
  private Set<String> names() {
    try {
      return config.getObject("telproof.providers").keySet();
    } catch (ConfigException e) {
      return Set.of();
    }
  }
}
