package io.telproof.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.VerificationException;
import io.telproof.client.AuditListener;
import io.telproof.client.ClientListener;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Interceptor;
import io.telproof.client.TelproofBuilder;
import io.telproof.micrometer.TelproofMeters;
import io.telproof.micrometer.TelproofObservations;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.time.Time;
import io.telproof.testkit.CapturedLogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;

/**
 * Keeps whatever gets out of clients while it is open, by channel. Holds the logging and the
 * standard streams of the whole process: one at a time. Thread-safe.
 */
final class Capture implements AutoCloseable {
  private final CapturedLogs logs = CapturedLogs.open();
  private final PrintStream outBefore = System.out;
  private final PrintStream errorBefore = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();
  private final Map<Channel, Set<String>> notes = new ConcurrentHashMap<>();
  private final Map<String, Integer> heard = new ConcurrentHashMap<>();
  private final Map<String, Double> measured = new ConcurrentHashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PrometheusMeterRegistry scraped =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TestObservationRegistry observations = TestObservationRegistry.create();

  private final List<Interceptor> interceptors =
      List.of(new TelproofObservations(observations), new Bystander());
  private final List<ClientListener> listeners =
      List.of(listener(), new TelproofMeters(meters), new TelproofMeters(scraped));

  private Capture() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(error, true, UTF_8));
    observations
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters))
        .observationHandler(new Spans());
  }

  static Capture open() {
    return new Capture();
  }

  /** Watches a client in every way that there is. */
  TelproofBuilder watch(TelproofBuilder builder) {
    note(Channel.PRINTED, builder);
    note(Channel.PRINTED, interceptors);
    note(Channel.PRINTED, listeners);
    interceptors.forEach(builder::interceptor);
    listeners.forEach(builder::listener);
    return builder.audit(audit());
  }

  List<Interceptor> interceptors() {
    return interceptors;
  }

  List<ClientListener> listeners() {
    return listeners;
  }

  AuditListener audit() {
    return entry -> note(Channel.AUDIT, entry);
  }

  /** A ledger of which all is taken down that is written. */
  Ledger ledger(Time time) {
    return new WatchedLedger(new MemoryLedgers().open(time), this);
  }

  SimpleMeterRegistry meters() {
    return meters;
  }

  PrometheusMeterRegistry scraped() {
    return scraped;
  }

  TestObservationRegistry observations() {
    return observations;
  }

  /** How often a listener was called, by the method's name. */
  Map<String, Integer> heard() {
    return Map.copyOf(heard);
  }

  int heard(String method) {
    return heard.getOrDefault(method, 0);
  }

  /** The largest value that was seen of each meter, by its name. */
  Map<String, Double> measured() {
    return Map.copyOf(measured);
  }

  /** Looks at the meters: a gauge ends with its client. */
  void measure() {
    for (Meter meter : meters.getMeters()) {
      for (Measurement each : meter.measure()) {
        double value = Double.isNaN(each.getValue()) ? 0 : each.getValue();
        measured.merge(meter.getId().getName(), value, Math::max);
      }
    }
  }

  void note(Channel channel, @Nullable Object said) {
    notes.computeIfAbsent(channel, each -> ConcurrentHashMap.newKeySet()).add(String.valueOf(said));
  }

  void thrown(Throwable thrown) {
    note(Channel.THROWN, text(thrown));
  }

  /** As a log would print it, and what its accessors give besides. */
  static String text(Throwable thrown) {
    StringBuilder text = new StringBuilder(Throwables.getStackTrace(thrown));
    if (thrown instanceof VerificationException e) {
      text.append(e.failure().toString());
    }
    if (thrown instanceof ConfigurationException e) {
      text.append(e.problems().toString());
    }
    return text.toString();
  }

  /** Takes down the names of all threads that live now. */
  void threads() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    for (@Nullable ThreadGroup each = all; each != null; each = each.getParent()) {
      all = each;
    }
    Thread[] live = new Thread[all.activeCount() * 2 + 16];
    Arrays.stream(live, 0, all.enumerate(live)).forEach(t -> note(Channel.THREAD, t.getName()));
  }

  /** Everything so far. */
  Map<Channel, Collection<String>> evidence() {
    threads();
    measure();
    meters.getMeters().forEach(meter -> note(Channel.METER, text(meter)));
    scraped.scrape().lines().forEach(line -> note(Channel.SCRAPE, line));
    Map<Channel, Collection<String>> evidence = new EnumMap<>(Channel.class);
    notes.forEach((channel, said) -> evidence.put(channel, List.copyOf(said)));
    evidence.put(Channel.LOG, new TreeSet<>(logs.lines()));
    evidence.put(Channel.STANDARD_OUT, out.toString(UTF_8).lines().toList());
    evidence.put(Channel.STANDARD_ERROR, error.toString(UTF_8).lines().toList());
    return evidence;
  }

  private static String text(Meter meter) {
    Meter.Id id = meter.getId();
    return id + " " + id.getDescription() + " " + id.getBaseUnit();
  }

  @Override
  public void close() {
    System.setOut(outBefore);
    System.setErr(errorBefore);
    logs.close();
  }

  /** Hears every method of the interface, those too that it does not have yet. */
  private ClientListener listener() {
    return (ClientListener)
        Proxy.newProxyInstance(
            ClientListener.class.getClassLoader(),
            new Class<?>[] {ClientListener.class},
            (proxy, method, arguments) -> hear(proxy, method, arguments));
  }

  private @Nullable Object hear(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "hashCode" -> System.identityHashCode(proxy);
        case "equals" -> arguments != null && proxy == arguments[0];
        default -> "a listener";
      };
    }
    note(Channel.LISTENER, method.getName() + Arrays.toString(arguments));
    heard.merge(method.getName(), 1, Integer::sum);
    return null;
  }

  /** Sees what every interceptor is given, and asks on. */
  private final class Bystander implements Interceptor {
    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      note(Channel.PRINTED, query);
      note(Channel.PRINTED, context);
      note(Channel.PRINTED, next);
      threads();
      return next.check(query, context);
    }
  }

  /** Takes down what a tracer would be given. */
  private final class Spans implements ObservationHandler<Observation.Context> {
    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStart(Observation.Context context) {
      take(context);
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
      note(Channel.OBSERVATION, event);
    }

    @Override
    public void onStop(Observation.Context context) {
      take(context);
    }

    private void take(Observation.Context context) {
      note(
          Channel.OBSERVATION,
          "%s %s %s %s"
              .formatted(
                  context.getName(),
                  context.getContextualName(),
                  context.getAllKeyValues(),
                  context));
      @Nullable Throwable failed = context.getError();
      if (failed != null) {
        note(Channel.OBSERVATION, text(failed));
      }
    }
  }
}
