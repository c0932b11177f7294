package io.telproof.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.TenureCheck;
import io.telproof.spi.Capability;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Time;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The checks of one configuration. Open one for the whole application and close it at the end.
 * Thread-safe.
 *
 * <pre>{@code
 * try (Telproof telproof = Telproof.open(Telproof.loadConfig())) {
 *   Answer<Tenure> answer = telproof.tenure().check(PhoneNumber.of("+8613800138000"));
 * }
 * }</pre>
 */
public final class Telproof implements AutoCloseable {
  private static final String ROOT = "telproof";

  private final Time time;
  private final RandomGenerator random;
  private final Collection<VerificationProvider> providers;
  private final Routes routes;

  private Telproof(
      Time time,
      RandomGenerator random,
      Collection<VerificationProvider> providers,
      Routes routes) {
    this.time = time;
    this.random = random;
    this.providers = providers;
    this.routes = routes;
  }

  /**
   * The application's configuration, as Typesafe Config finds it: system properties, {@code
   * application.conf} or what {@code -Dconfig.file} names instead, {@code reference.conf}.
   * Variables that are not set are left for {@link #open} to report with everything else.
   *
   * @throws ConfigException if a file is not HOCON
   */
  public static Config loadConfig() {
    return resolved(
        ConfigFactory.defaultOverrides()
            .withFallback(ConfigFactory.defaultApplication())
            .withFallback(ConfigFactory.defaultReferenceUnresolved()));
  }

  /**
   * The configuration in a file. Variables that are not set are left for {@link #open} to report.
   *
   * @throws ConfigException if the file cannot be read or is not HOCON
   */
  public static Config loadConfig(Path file) {
    return resolved(
        ConfigFactory.parseFile(
            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false)));
  }

  private static Config resolved(Config config) {
    return config.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  /**
   * Opens what a configuration names. Sends nothing.
   *
   * @throws ConfigurationException if anything is wrong with it; says all that is
   */
  public static Telproof open(Config config) {
    return open(config, ProviderEnvironment.local(Time.system()));
  }

  /**
   * Opens what a configuration names, for an application that keeps limits or keys itself, or a
   * test that moves time. Every provider is given this environment, and its time is what repetition
   * waits by. Sends nothing.
   *
   * @throws ConfigurationException if anything is wrong with it; says all that is
   */
  public static Telproof open(Config config, ProviderEnvironment environment) {
    List<VerificationProviderFactory<?>> found = new ArrayList<>();
    ServiceLoader.load(VerificationProviderFactory.class).forEach(found::add);
    return open(config, found, environment, new Random());
  }

  static Telproof open(
      Config config,
      Iterable<? extends VerificationProviderFactory<?>> factories,
      ProviderEnvironment environment,
      RandomGenerator random) {
    List<Problem> problems = new ArrayList<>();
    Section top = new Section("", config.root(), problems);
    Optional<Section> telproof = top.section(ROOT);
    Optional<Section> blocks = telproof.flatMap(section -> section.section("providers"));
    if (blocks.map(Section::keys).orElse(List.of()).isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              ROOT + ".providers",
              config.origin().description(),
              "no provider is configured: add providers { main { type = … } }"));
    }
    telproof.ifPresent(section -> section.allow(List.of("providers", "routes", "quota")));
    Map<String, VerificationProvider> open =
        blocks.map(block -> new Providers(factories).open(block, environment)).orElse(Map.of());
    Routes routes =
        Routes.of(
            telproof.flatMap(section -> section.section("routes")),
            open,
            blocks.map(Section::keys).orElse(List.of()));
    telproof.flatMap(section -> section.section("quota")).ifPresent(Telproof::readQuota);
    if (!problems.isEmpty()) {
      open.values().forEach(VerificationProvider::close);
      throw new ConfigurationException(problems);
    }
    return new Telproof(environment.time(), random, open.values(), routes);
  }

  /** What an application adds to a configuration before it is opened. */
  public static TelproofBuilder builder(Config config) {
    return new TelproofBuilder(config);
  }

  static Telproof open(TelproofBuilder builder) {
    return open(
        builder.config,
        builder.factories,
        new ProviderEnvironment(builder.time, builder.quotas(), builder.credentials),
        builder.random);
  }

  /**
   * The checks of one provider alone, whatever the routes say.
   *
   * @throws IllegalArgumentException if no provider of this name is configured
   */
  public Checks only(String provider) {
    VerificationProvider one =
        providers.stream()
            .filter(each -> each.name().equals(provider))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no provider " + provider));
    return new Checks(
        new Checks.Chains() {
          @Override
          public <Q, V> Optional<Check<Q, V>> chain(
              Capability capability,
              Function<VerificationProvider, Optional<? extends Check<Q, V>>> check) {
            return check.apply(one).map(each -> new Retry<>(each, time, random));
          }

          @Override
          public ConfigurationException missing(Capability capability) {
            return new ConfigurationException(
                List.of(
                    new Problem(
                        "telproof.providers." + provider,
                        "asked by name",
                        provider + " does not offer " + capability.key())));
          }
        });
  }

  /** Whether a check has a provider to ask. */
  public boolean routed(Capability check) {
    try {
      return routes.provider(check) != null;
    } catch (ConfigurationException e) {
      return false;
    }
  }

  /** The circuit breakers, as they stand now. */
  public List<BreakerStatus> breakers() {
    return providers.isEmpty() ? List.of() : new ArrayList<>();
  }

  private static void readQuota(Section quota) {
    quota.allow(List.of("kept"));
    quota
        .text("kept")
        .filter(kept -> !kept.equals("local"))
        .ifPresent(
            kept -> quota.problem("kept", "expected local: limits are kept in this process"));
  }

  /**
   * Asks whether a number is in service.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PhoneStatusCheck phoneStatus() {
    return chain(Capability.PHONE_STATUS, VerificationProvider::phoneStatus)::check;
  }

  /**
   * Asks for how long a number has been in use.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public TenureCheck tenure() {
    return chain(Capability.TENURE, VerificationProvider::tenure)::check;
  }

  /**
   * Asks whether number, name and identity number belong together.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public IdentityMatch identityMatch() {
    return chain(Capability.IDENTITY_MATCH, VerificationProvider::identityMatch)::check;
  }

  /**
   * Has a code sent.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeDelivery codeDelivery() {
    return chain(Capability.CODE_DELIVERY, VerificationProvider::codeDelivery)::check;
  }

  /**
   * Has a code checked.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeVerification codeVerification() {
    return chain(Capability.CODE_VERIFICATION, VerificationProvider::codeVerification)::check;
  }

  /**
   * Asks for the id of a pre-validated number.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PreValidatedNumber preValidatedNumber() {
    return chain(Capability.PRE_VALIDATED_NUMBER, VerificationProvider::preValidatedNumber)::check;
  }

  /** What each provider sells, by the provider's name: for people. */
  public SortedMap<String, List<Offer>> offers() {
    SortedMap<String, List<Offer>> offers = new TreeMap<>();
    providers.forEach(provider -> offers.put(provider.name(), List.copyOf(provider.offers())));
    return offers;
  }

  private <Q, V> Check<Q, V> chain(
      Capability capability,
      Function<VerificationProvider, Optional<? extends Check<Q, V>>> check) {
    return new Retry<>(check.apply(routes.provider(capability)).orElseThrow(), time, random);
  }

  /** Closes every provider; requests already sent are left to finish. Twice does nothing. */
  @Override
  public void close() {
    providers.forEach(VerificationProvider::close);
  }
}
