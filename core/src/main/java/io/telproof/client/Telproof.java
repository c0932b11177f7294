package io.telproof.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.Receipt;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

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
  /** The key of a call's correlation id in the logging context (MDC) while it is under way. */
  public static final String CORRELATION_ID = "telproof.correlation-id";

  private final Opening opening;
  private final Assembly assembly;
  private final Explanations explanations;
  private final Checks checks;
  private final Map<String, Checks> single = new ConcurrentHashMap<>();

  private Telproof(Opening opening, Assembly assembly) {
    this.opening = opening;
    this.assembly = assembly;
    this.explanations = new Explanations(opening.routes, assembly.breakers(), opening.providers);
    this.checks = assembly.routed();
  }

  /**
   * The application's configuration, as Typesafe Config finds it: system properties, {@code
   * application.conf} or what {@code -Dconfig.file} names instead, {@code reference.conf}.
   * Variables that are not set are left for {@link #open} to report with everything else.
   *
   * @throws ConfigException if a file is not HOCON; it tells the file and the line, and quotes
   *     nothing
   */
  public static Config loadConfig() {
    return Loading.application();
  }

  /**
   * The configuration in a file. Variables that are not set are left for {@link #open} to report.
   *
   * @throws ConfigException if the file cannot be read or is not HOCON; it quotes nothing
   */
  public static Config loadConfig(Path file) {
    return Loading.file(file);
  }

  /**
   * Opens what a configuration names. Sends nothing.
   *
   * @throws ConfigurationException if anything is wrong with it; says all that is
   */
  public static Telproof open(Config config) {
    return builder(config).open();
  }

  /**
   * Opens what a configuration names, for an application that keeps limits or keys itself, or a
   * test that moves time. Every provider is given this environment's parts, and its time is what
   * everything waits by. Sends nothing.
   *
   * @throws ConfigurationException if anything is wrong with it; says all that is
   */
  public static Telproof open(Config config, ProviderEnvironment environment) {
    return builder(config).environment(environment).open();
  }

  /** What an application adds to a configuration before it is opened. */
  public static TelproofBuilder builder(Config config) {
    return new TelproofBuilder(config);
  }

  static Telproof open(TelproofBuilder builder) {
    List<ClientListener> listeners = new ArrayList<>(builder.listeners);
    listeners.add(new WorkLog());
    Opening opening = new Opening(builder, new Listeners(listeners));
    List<Problem> problems = opening.reading.problems();
    if (!problems.isEmpty()) {
      opening.close();
      throw new ConfigurationException(problems);
    }
    boolean open = false;
    try {
      Telproof telproof =
          new Telproof(opening, new Assembly(builder, opening, opening.settings.orElseThrow()));
      opening.listener.opened(telproof);
      open = true;
      return telproof;
    } finally {
      if (!open) {
        opening.close();
      }
    }
  }

  /**
   * Reads a configuration as {@link #open} does, opens and closes its providers, sends nothing, and
   * tells what it found.
   */
  public static Examination examine(Config config) {
    Opening opening = new Opening(builder(config), new Listeners(List.of()));
    try {
      return new Examination(
          opening.reading.settings(), opening.routeLines(), opening.reading.problems());
    } finally {
      opening.close();
    }
  }

  /**
   * The checks of one provider alone, whatever the routes say: no other provider is asked, and no
   * answer is shared or kept. Limits, breakers and ceilings hold as ever.
   *
   * @param provider the provider's name
   * @throws IllegalArgumentException if no provider of this name is configured
   */
  public Checks only(String provider) {
    return single.computeIfAbsent(provider, assembly::only);
  }

  /** Whether a check has a provider to ask. */
  public boolean routed(Capability check) {
    return opening.routes.route(check).isPresent();
  }

  /** Who would be asked now, who would be skipped, and why. */
  public Explanation explain(Capability check) {
    return explanations.now(check);
  }

  /** Why this answer came from whom it did. */
  public Explanation explain(Capability check, Receipt receipt) {
    return explanations.of(check, receipt);
  }

  /** Why nobody answered. */
  public Explanation explain(Capability check, VerificationException failure) {
    return explanations.of(check, failure.failure());
  }

  /** The circuit breakers, as they stand now; one for each provider and check that is routed. */
  public List<BreakerStatus> breakers() {
    return assembly.breakers().status();
  }

  /** How far shadows agreed with the providers they were asked beside, by check. */
  public Map<Capability, AgreementReport> agreements() {
    return assembly.shadows().report();
  }

  /**
   * Asks whether a number is in service.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PhoneStatusCheck phoneStatus() {
    return checks.phoneStatus();
  }

  /**
   * Asks for how long a number has been in use.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public TenureCheck tenure() {
    return checks.tenure();
  }

  /**
   * Asks whether number, name and identity number belong together.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public IdentityMatch identityMatch() {
    return checks.identityMatch();
  }

  /**
   * Has a code sent.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeDelivery codeDelivery() {
    return checks.codeDelivery();
  }

  /**
   * Has a code checked.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeVerification codeVerification() {
    return checks.codeVerification();
  }

  /**
   * Asks for the id of a pre-validated number.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PreValidatedNumber preValidatedNumber() {
    return checks.preValidatedNumber();
  }

  /** What each provider sells, by the provider's name: for people. */
  public SortedMap<String, List<Offer>> offers() {
    SortedMap<String, List<Offer>> offers = new TreeMap<>();
    opening
        .providers
        .open()
        .forEach((name, provider) -> offers.put(name, List.copyOf(provider.offers())));
    return offers;
  }

  /**
   * Closes every provider; requests already sent are left to finish. A question that is put
   * afterwards is UNAVAILABLE and free, at once. Twice does nothing.
   */
  @Override
  public void close() {
    assembly.close();
    assembly.shadows().close();
    opening.close();
  }
}
