package io.telproof.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.telproof.Contact;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.ConfigLoader;
import io.telproof.client.internal.config.Library;
import io.telproof.client.internal.event.CompositeListener;
import io.telproof.client.internal.event.LoggingListener;
import io.telproof.client.internal.pipeline.PipelineBuilder;
import io.telproof.client.internal.pipeline.RouteExplainer;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
public final class Telproof extends Checks implements AutoCloseable {
  /** The key of a call's correlation id in the logging context (MDC) while it is under way. */
  public static final String CORRELATION_ID = "telproof.correlation-id";

  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);

  private final ClientBootstrap bootstrap;
  private final PipelineBuilder pipelines;
  private final RouteExplainer explainer;
  private final Map<String, Checks> single = new ConcurrentHashMap<>();

  private Telproof(ClientBootstrap bootstrap, PipelineBuilder pipelines) {
    super(pipelines::routed, bootstrap.routes::missing);
    this.bootstrap = bootstrap;
    this.pipelines = pipelines;
    this.explainer =
        new RouteExplainer(
            bootstrap.routes,
            pipelines.breakers(),
            pipelines.budgets(),
            bootstrap.providers,
            bootstrap.away);
  }

  /**
   * {@return the application's configuration, as Typesafe Config finds it: system properties,
   * {@code application.conf} or what {@code -Dconfig.file} names instead, {@code reference.conf}}
   * Variables that are not set are left for {@link #open} to report with everything else.
   *
   * @throws ConfigException if a file is not HOCON; it tells the file and the line, and quotes
   *     nothing
   */
  public static Config loadConfig() {
    return ConfigLoader.application();
  }

  /**
   * {@return the configuration in a file} Variables that are not set are left for {@link #open} to
   * report.
   *
   * @param file the application's file
   * @throws ConfigException if the file cannot be read or is not HOCON; it quotes nothing
   */
  public static Config loadConfig(Path file) {
    return ConfigLoader.file(file);
  }

  /**
   * Opens what a configuration names. Sends nothing.
   *
   * @param config the configuration, with what it refers to
   * @return the client, to be closed by whoever opened it
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
   * @param config the configuration, with what it refers to
   * @param environment what is shared with other clients
   * @return the client, to be closed by whoever opened it
   * @throws ConfigurationException if anything is wrong with it; says all that is
   */
  public static Telproof open(Config config, ProviderEnvironment environment) {
    return builder(config).environment(environment).open();
  }

  /**
   * {@return what an application adds to a configuration before it is opened}
   *
   * @param config the configuration, with what it refers to
   */
  public static TelproofBuilder builder(Config config) {
    return new TelproofBuilder(config);
  }

  static Telproof open(TelproofBuilder builder) {
    List<ClientListener> listeners = new ArrayList<>(builder.listeners);
    listeners.add(new LoggingListener());
    ClientBootstrap bootstrap = new ClientBootstrap(builder, new CompositeListener(listeners));
    List<Problem> problems = bootstrap.problems.list();
    if (!problems.isEmpty()) {
      bootstrap.close();
      throw new ConfigurationException(problems);
    }
    bootstrap.problems.notes().forEach(note -> LOG.warn("{}", note));
    boolean open = false;
    try {
      Telproof telproof = new Telproof(bootstrap, bootstrap.pipelines(builder));
      bootstrap.listener.opened(telproof);
      open = true;
      return telproof;
    } catch (LinkageError e) {
      throw new ConfigurationException(List.of(Library.problem(e)));
    } finally {
      if (!open) {
        bootstrap.close();
      }
    }
  }

  /**
   * Reads a configuration as {@link #open} does, opens and closes its providers, sends nothing, and
   * tells what it found.
   *
   * @param config the configuration, with what it refers to
   * @return what was found, with all that is wrong
   */
  public static ConfigurationReport examine(Config config) {
    return examine(builder(config), List.of());
  }

  /**
   * Reads the configuration of an application that is not this process, as a command does. Sends
   * nothing: a file that is included from an address is not fetched. What is up to that
   * application's class path or code is not judged, and is told by a note: the type of a provider
   * that no module here offers, a provider that is given in code, keys that are given in code, the
   * library that keeps answers.
   *
   * @param file the application's file
   * @return what was found, with all that is wrong
   * @throws ConfigException if the file cannot be read or is not HOCON; it quotes nothing
   */
  public static ConfigurationReport examine(Path file) {
    ConfigLoader.LoadedConfig loaded = ConfigLoader.offline(file);
    return examine(builder(loaded.config()).fromOutside(), loaded.notes());
  }

  private static ConfigurationReport examine(TelproofBuilder builder, List<Problem> noted) {
    builder.examined = true;
    ClientBootstrap bootstrap = new ClientBootstrap(builder, new CompositeListener(List.of()));
    try {
      List<Problem> notes = new ArrayList<>(noted);
      notes.addAll(bootstrap.problems.notes());
      return new ConfigurationReport(
          bootstrap.problems.settings(), bootstrap.routeLines(), bootstrap.problems.list(), notes);
    } finally {
      bootstrap.close();
    }
  }

  /**
   * {@return the checks of one provider alone, whatever the routes say: no other provider is asked,
   * and no answer is shared or kept} Limits, breakers and budgets hold as ever.
   *
   * @param provider the provider's name
   * @throws IllegalArgumentException if no provider of this name is configured
   */
  public Checks only(String provider) {
    return single.computeIfAbsent(provider, this::checksOf);
  }

  private Checks checksOf(String provider) {
    bootstrap.providers.required(provider);
    return new Checks(
        check -> pipelines.only(check, provider),
        check -> bootstrap.routes.notOffered(check, provider));
  }

  /**
   * {@return whether a check has a provider to ask}
   *
   * @param check the kind of question
   */
  public boolean routed(CheckType check) {
    return bootstrap.routes.route(check).isPresent();
  }

  /**
   * {@return who would be asked now, who would be skipped, and why; with what is left of limits, or
   * why they cannot be asked for where they are kept}
   *
   * @param check the kind of question
   */
  public RouteExplanation explain(CheckType check) {
    return explainer.now(check);
  }

  /**
   * {@return who would be asked now about this number or address, who would be skipped, and why: as
   * {@link #explain(CheckType)}, and without those who do not serve it} Nothing of it is printed.
   *
   * @param check the kind of question
   * @param about the number or address that the question is about
   */
  public RouteExplanation explain(CheckType check, Contact about) {
    return explainer.now(check, about);
  }

  /**
   * {@return why this answer came from whom it did}
   *
   * @param check the kind of question
   * @param receipt the receipt of an answer to explain
   */
  public RouteExplanation explain(CheckType check, Receipt receipt) {
    return explainer.of(check, receipt);
  }

  /**
   * {@return why nobody answered}
   *
   * @param check the kind of question
   * @param failure the failure to explain
   */
  public RouteExplanation explain(CheckType check, VerificationException failure) {
    return explainer.of(check, failure.failure());
  }

  /**
   * {@return the circuit breakers, as they stand now; one for each provider and check that is
   * routed}
   */
  public List<BreakerStatus> breakers() {
    return pipelines.breakers().status();
  }

  /** {@return how far shadows agreed with the providers they were asked beside, by check} */
  public Map<CheckType, AgreementReport> agreements() {
    return pipelines.shadows().report();
  }

  /**
   * {@return what each provider sells, at the limits in force, by the provider's name: for people}
   */
  public SortedMap<String, List<Offer>> offers() {
    SortedMap<String, List<Offer>> offers = new TreeMap<>();
    bootstrap
        .providers
        .open()
        .keySet()
        .forEach(name -> offers.put(name, bootstrap.providers.offers(name)));
    return offers;
  }

  /**
   * {@return what the configuration says of the limits of a provider's account; nothing for a
   * provider that the application opened itself}
   *
   * @param provider the provider's name in the configuration
   * @throws IllegalArgumentException if no provider of this name is configured
   */
  public AccountLimits limits(String provider) {
    bootstrap.providers.required(provider);
    return bootstrap.providers.limits(provider);
  }

  /**
   * Closes every provider; requests already sent are left to finish. A question that is put
   * afterwards is UNAVAILABLE and free, at once. Twice does nothing.
   */
  @Override
  public void close() {
    pipelines.close();
    pipelines.shadows().close();
    bootstrap.close();
  }
}
