package io.telproof.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.spi.Capability;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A configuration on its way to a client: read as a whole, with all that is wrong noted. */
final class Opening {
  private static final String ROOT = "telproof";
  private static final List<String> BLOCKS =
      List.of(
          "providers",
          "routes",
          "quota",
          "retry",
          "breaker",
          "ceilings",
          "cache",
          "coalesce",
          "audit");

  final Reading reading = new Reading();
  final ClientListener listener;
  final ExecutorService background =
      Executors.newCachedThreadPool(work -> Daemon.thread(work, "telproof-keys"));
  final Providers providers;
  final Routes routes;
  final Optional<ClientSettings> settings;

  /**
   * Reads a configuration and opens its providers.
   *
   * @throws RuntimeException or an Error if a provider module broke; what was open is closed
   */
  Opening(TelproofBuilder builder, ClientListener listener) {
    this.listener = listener;
    this.providers = new Providers(builder, listener, background);
    Config config = withDefaults(builder.config);
    Optional<Section> telproof = new Section("", config.root(), reading).section(ROOT);
    Optional<Section> blocks = telproof.flatMap(section -> section.section("providers"));
    Set<String> named = new LinkedHashSet<>(blocks.map(Section::keys).orElse(List.of()));
    named.addAll(providers.open().keySet());
    if (named.isEmpty() && reading.problems().isEmpty()) {
      reading.problem(
          new Problem(
              ROOT + ".providers",
              builder.config.origin().description(),
              "no provider is configured: add providers { main { type = … } }"));
    }
    telproof.ifPresent(section -> section.allow(BLOCKS));
    try {
      blocks.ifPresent(providers::open);
      this.routes =
          Routes.of(
              telproof.flatMap(section -> section.section("routes")), providers.open(), named);
      this.settings = telproof.flatMap(ClientSettings::of);
    } catch (RuntimeException | Error e) {
      // A module broke: nobody else will close what the others have opened.
      close();
      throw e;
    }
  }

  /** The defaults of this client and of the modules on the class path stand behind what is said. */
  private static Config withDefaults(Config config) {
    Config reference =
        ConfigFactory.parseResources(Opening.class.getClassLoader(), "reference.conf");
    return config.withFallback(
        reference.hasPath(ROOT) ? reference.withOnlyPath(ROOT) : ConfigFactory.empty());
  }

  /** A line for each check. */
  List<String> routeLines() {
    return Arrays.stream(Capability.values())
        .map(
            check ->
                check.key()
                    + ": "
                    + routes
                        .route(check)
                        .map(route -> route + " (" + route.where() + ")")
                        .orElseGet(
                            () -> "nobody; " + routes.missing(check).problems().get(0).says()))
        .toList();
  }

  void close() {
    providers.close();
    background.shutdown();
  }
}
