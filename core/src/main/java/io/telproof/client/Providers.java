package io.telproof.client;

import io.telproof.spi.Credentials;
import io.telproof.spi.CredentialsSource;
import io.telproof.spi.Network;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
import io.telproof.spi.VendorProfile;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Opens the providers that a configuration names, with the modules that are there. */
final class Providers {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Set<String> OURS = Set.of("type", "network");

  private final Map<String, VerificationProviderFactory<?>> factories = new TreeMap<>();
  private final Time time;
  private final Quotas quotas;
  private final Optional<CredentialsSource> credentials;
  private final Optional<KeySource> keySource;
  private final ClientListener listener;
  private final Executor background;
  private final Map<String, VerificationProvider> open = new LinkedHashMap<>();
  private final Map<String, RotatingKeys> keys = new LinkedHashMap<>();
  private final Map<String, VendorProfile> profiles = new LinkedHashMap<>();

  Providers(TelproofBuilder builder, ClientListener listener, Executor background) {
    this.time = builder.time;
    this.quotas = builder.quotas();
    this.credentials = builder.credentials;
    this.keySource = builder.keySource;
    this.listener = listener;
    this.background = background;
    for (VerificationProviderFactory<?> factory : builder.factories) {
      if (factories.put(factory.type(), factory) != null) {
        throw new IllegalStateException("two modules offer the type " + factory.type());
      }
    }
    for (VerificationProvider provider : builder.providers) {
      if (open.put(provider.name(), provider) != null) {
        throw new IllegalStateException("two providers are called " + provider.name());
      }
    }
  }

  /** The providers that are open, by name. */
  Map<String, VerificationProvider> open() {
    return open;
  }

  /** The keys of a provider, where they can change. */
  Optional<RotatingKeys> keys(String provider) {
    return Optional.ofNullable(keys.get(provider));
  }

  /** What was learnt of a provider's vendor; empty for one that the application opened itself. */
  Optional<VendorProfile> profile(String provider) {
    return Optional.ofNullable(profiles.get(provider));
  }

  /** Closes every provider and lets go of its keys. */
  void close() {
    open.values().forEach(VerificationProvider::close);
    keys.values().forEach(RotatingKeys::close);
  }

  /** Opens every provider whose block is in order; the others are noted as problems. */
  void open(Section section) {
    for (String name : section.keys()) {
      if (!NAME.matcher(name).matches()) {
        section.problem(
            name, "a provider's name is a lower-case letter, then letters, digits and hyphens");
      } else if (open.containsKey(name)) {
        section.problem(name, "the application gives a provider of this name itself");
        continue;
      }
      section
          .section(name)
          .flatMap(block -> open(name, block))
          .ifPresent(provider -> open.put(name, provider));
    }
  }

  private Optional<VerificationProvider> open(String name, Section block) {
    if (!block.has("type")) {
      block.problem("type", "is missing; found on the class path: " + types());
      return Optional.empty();
    }
    Optional<String> type = block.text("type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    VerificationProviderFactory<?> factory = factories.get(type.get());
    if (factory == null) {
      String meant =
          Nearest.to(type.get(), factories.keySet())
              .map(t -> "; did you mean " + t + "?")
              .orElse("");
      block.problem("type", "no module offers it; found on the class path: " + types() + meant);
      return Optional.empty();
    }
    block.accepted("type", type.get());
    return open(factory, name, block);
  }

  private String types() {
    return factories.isEmpty() ? "none" : String.join(", ", factories.keySet());
  }

  private <S extends Record> Optional<VerificationProvider> open(
      VerificationProviderFactory<S> factory, String name, Section block) {
    Optional<Lease> lease;
    try {
      lease = keySource.flatMap(source -> source.keys(name));
    } catch (RuntimeException e) {
      // What was thrown may quote a key: its class is all that can be told.
      block.problem(
          "the application's source of keys failed (" + e.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
    boolean keysElsewhere = lease.isPresent() || credentials.isPresent();
    Optional<S> settings = SettingsBinder.bind(factory.settings(), block, OURS, keysElsewhere);
    Optional<Network> network =
        block.has("network")
            ? block.section("network").flatMap(each -> SettingsBinder.bind(Network.class, each))
            : Optional.of(Network.standard());
    if (settings.isEmpty() || network.isEmpty()) {
      return Optional.empty();
    }
    VendorProfile profile = new VendorProfile(time);
    profiles.put(name, profile);
    rotating(factory, name, block, settings.get(), lease, profile)
        .ifPresent(rotating -> keys.put(name, rotating));
    Optional<CredentialsSource> source =
        credentials.or(() -> Optional.<CredentialsSource>ofNullable(keys.get(name)));
    try {
      return Optional.of(
          factory.open(
              name,
              settings.get(),
              new ProviderEnvironment(
                  time,
                  new WatchedQuotas(quotas, name, listener, time),
                  source,
                  network.get(),
                  profile)));
    } catch (IllegalArgumentException e) {
      block.problem("type", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Keys that can change while the client is open: the application's, or those in files. */
  private <S extends Record> Optional<RotatingKeys> rotating(
      VerificationProviderFactory<S> factory,
      String name,
      Section block,
      S settings,
      Optional<Lease> lease,
      VendorProfile profile) {
    if (credentials.isPresent()) {
      return Optional.empty();
    }
    if (lease.isPresent() && keySource.isPresent()) {
      return Optional.of(
          RotatingKeys.ofSource(name, keySource.get(), lease.get(), profile, time, background));
    }
    Set<Path> files = block.secretFiles();
    Optional<Credentials> first = files.isEmpty() ? Optional.empty() : factory.keys(settings);
    return first.map(
        each ->
            RotatingKeys.ofFiles(
                name,
                files,
                () -> reread(factory, block.again()),
                each,
                profile,
                time,
                background));
  }

  private static <S extends Record> Credentials reread(
      VerificationProviderFactory<S> factory, Section block) {
    return SettingsBinder.bind(factory.settings(), block, OURS, false)
        .flatMap(factory::keys)
        .orElseThrow(() -> new IllegalStateException("the files do not hold usable keys"));
  }
}
