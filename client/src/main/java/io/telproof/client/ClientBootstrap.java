package io.telproof.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.telproof.client.internal.config.ClassPath;
import io.telproof.client.internal.config.ClientSettings;
import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.Jar;
import io.telproof.client.internal.config.Library;
import io.telproof.client.internal.config.LimitSettings;
import io.telproof.client.internal.config.Place;
import io.telproof.client.internal.config.Problems;
import io.telproof.client.internal.config.Suggestions;
import io.telproof.client.internal.event.DaemonThreads;
import io.telproof.client.internal.ledger.LedgerAttempts;
import io.telproof.client.internal.ledger.LedgerSettings;
import io.telproof.client.internal.ledger.OpenLedger;
import io.telproof.client.internal.pipeline.PipelineBuilder;
import io.telproof.client.internal.routing.Providers;
import io.telproof.client.internal.routing.Routes;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.RateLimiters;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A configuration on its way to a client: read as a whole, with all that is wrong noted. */
final class ClientBootstrap {
  private static final String ROOT = "telproof";

  private static final List<String> BLOCKS =
      List.of(
          "providers",
          "routes",
          "limits",
          "retry",
          "breaker",
          "budgets",
          "cache",
          "coalesce",
          "audit",
          "ledger");

  /** Blocks by their names of earlier versions. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "quota", "limits now, or budgets where it holds charges a day",
          "ceilings", "budgets now");

  final Problems problems;
  final ClientListener listener;
  final ExecutorService background =
      Executors.newCachedThreadPool(work -> DaemonThreads.thread(work, "telproof-keys"));
  final LimitSettings limits;
  final LedgerSettings ledger;
  final Optional<LedgerAttempts> attempts;

  /** Why limits cannot be asked for, for people; empty where they can be. */
  final Supplier<Optional<String>> away;

  final Providers providers;
  final Routes routes;
  final Optional<ClientSettings> settings;

  /**
   * Reads a configuration and opens its providers.
   *
   * @throws RuntimeException or an Error if a provider module broke; what was open is closed
   */
  ClientBootstrap(TelproofBuilder builder, ClientListener listener) {
    this.listener = listener;
    this.problems = new Problems(builder.outside);
    Config config = withDefaults(builder.config);
    Optional<ConfigSection> telproof = new ConfigSection("", config.root(), problems).section(ROOT);
    this.limits =
        LimitSettings.of(
            telproof.flatMap(section -> section.section("limits")),
            builder.stores,
            new LimitStoreEnvironment(builder.time, listener::limitStore),
            !builder.examined);
    this.ledger =
        LedgerSettings.of(
            telproof.flatMap(section -> section.section("ledger")),
            builder.ledgers,
            builder.ledger,
            builder.time,
            !builder.examined);
    this.attempts = ledger.attempts(builder.time);
    this.away = builder.hasRateLimiters() ? Optional::empty : limits.store()::away;
    this.providers =
        new Providers(
            builder.time,
            builder.rateLimiters(limits.store()),
            builder.hasRateLimiters() ? none -> Optional.empty() : limits.about(),
            builder.credentials,
            builder.credentialsProvider,
            builder.modules,
            builder.providers,
            listener,
            background,
            attempts
                .<UnaryOperator<RateLimiters>>map(open -> open::around)
                .orElseGet(UnaryOperator::identity));
    Optional<ConfigSection> blocks = telproof.flatMap(section -> section.section("providers"));
    Set<String> named = new LinkedHashSet<>(blocks.map(ConfigSection::keys).orElse(List.of()));
    named.addAll(providers.open().keySet());
    misspelt(builder.config.root(), named.isEmpty());
    if (named.isEmpty() && problems.list().isEmpty()) {
      problems.add(
          new Problem(
              ROOT + ".providers",
              Place.of(builder.config.origin()),
              "no provider is configured: add providers { main { type = … } }"));
    }
    telproof.ifPresent(section -> section.allow(BLOCKS, RENAMED));
    List<Problem> libraries = Library.problems();
    libraries.forEach(problems::add);
    try {
      if (libraries.isEmpty()) {
        blocks.ifPresent(providers::open);
      }
      this.routes =
          Routes.of(
              telproof.flatMap(section -> section.section("routes")),
              providers.open(),
              named,
              providers.unseen());
      this.settings = telproof.flatMap(ClientSettings::of);
    } catch (RuntimeException | Error e) {
      // A module broke: nobody else will close what the others have opened.
      close();
      throw e;
    }
  }

  /**
   * The rest of a configuration is the application's; but for a block that is called nearly as
   * ours, where ours is not there or the block has what ours has.
   */
  private void misspelt(ConfigObject root, boolean empty) {
    root.forEach(
        (key, value) -> {
          if (!key.equals(ROOT)
              && Suggestions.to(key.toLowerCase(Locale.ROOT), List.of(ROOT)).isPresent()
              && value instanceof ConfigObject block
              && (empty || BLOCKS.stream().anyMatch(block.toConfig()::hasPathOrNull))) {
            problems.add(
                new Problem(
                    key, Place.of(value.origin()), "unknown key; did you mean " + ROOT + "?"));
          }
        });
  }

  /** The defaults of this client and of the modules on the class path stand behind what is said. */
  private Config withDefaults(Config config) {
    Config reference = ConfigFactory.parseResources(ClassPath.resources(), "reference.conf");
    Config own =
        ConfigFactory.parseResources(ClientBootstrap.class.getClassLoader(), Place.REFERENCE);
    if (own.isEmpty()) {
      problems.add(
          new Problem(
              ROOT,
              Jar.of(ClientBootstrap.class),
              "the client's defaults are not on the class path: "
                  + Place.REFERENCE
                  + " of telproof-client was left out as jars were merged; keep it"));
    }
    Config defaults = reference.withFallback(own);
    return config.withFallback(
        defaults.hasPath(ROOT) ? defaults.withOnlyPath(ROOT) : ConfigFactory.empty());
  }

  /** A line for each check. */
  List<String> routeLines() {
    return Arrays.stream(CheckType.values())
        .map(
            check ->
                check.key()
                    + ": "
                    + routes
                        .route(check)
                        .map(
                            route ->
                                route
                                    + " ("
                                    + route.where()
                                    + ")"
                                    + routes
                                        .restriction(route)
                                        .map(does -> "; not for end users: " + does)
                                        .orElse(""))
                        .orElseGet(
                            () -> "nobody; " + routes.missing(check).problems().get(0).says()))
        .toList();
  }

  /**
   * The pipelines of a configuration in which nothing is wrong.
   *
   * @throws java.util.NoSuchElementException if something is
   */
  PipelineBuilder pipelines(TelproofBuilder builder) {
    return new PipelineBuilder(
        builder.time,
        builder.random,
        settings.orElseThrow(),
        limits,
        ledger,
        attempts,
        providers,
        routes,
        builder.interceptors,
        builder.audits,
        listener);
  }

  void close() {
    providers.close();
    limits.store().close();
    background.shutdown();
    ledger.ledger().ifPresent(OpenLedger::close);
  }
}
