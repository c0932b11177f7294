package io.telproof.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.Agreement;
import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.client.ClientListener;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A client's work as meters. Add it with {@code Telproof.builder(config).listener(new
 * TelproofMeters(registry))}; one for each client. Thread-safe.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name</th><th>type</th><th>tags</th><th>what it counts</th></tr>
 * <tr><td>{@code telproof.question}</td><td>timer</td><td>check, provider, outcome, charge, origin
 * </td><td>what callers asked, and how long they waited</td></tr>
 * <tr><td>{@code telproof.attempt}</td><td>counter</td><td>check, provider, outcome, charge</td>
 * <td>what was asked for them, and who was skipped; summed by charge it is the bill</td></tr>
 * <tr><td>{@code telproof.permit.wait}</td><td>timer</td><td>provider, operation, given</td><td>the
 * wait for a permit under a vendor's limit</td></tr>
 * <tr><td>{@code telproof.exchange}</td><td>timer</td><td>provider, operation</td><td>the time at
 * the vendor, without that wait</td></tr>
 * <tr><td>{@code telproof.breaker.state}</td><td>gauge</td><td>check, provider</td><td>what
 * the next question would meet: 0 closed, 1 half open, 2 open</td></tr>
 * <tr><td>{@code telproof.breaker.transitions}</td><td>counter</td><td>check, provider, state</td>
 * <td>changes into a state</td></tr>
 * <tr><td>{@code telproof.limit.available}</td><td>gauge</td><td>provider, operation, limit</td>
 * <td>permits that each of the vendor's limits has left; NaN where that cannot be told</td></tr>
 * <tr><td>{@code telproof.limit.permits}</td><td>gauge</td><td>provider, operation, limit</td>
 * <td>permits that it has in all</td></tr>
 * <tr><td>{@code telproof.limit.store.available}</td><td>gauge</td><td></td><td>1 while the store of
 * limits and budgets can be reached, 0 while it cannot</td></tr>
 * <tr><td>{@code telproof.shadow}</td><td>counter</td><td>check, primary, shadow, agreement</td>
 * <td>comparisons of a shadow's answer</td></tr>
 * </table>
 *
 * <p>An outcome of a question is {@code known}, a {@link Gap} or a {@link FailureKind}; of an
 * attempt {@code answered}, {@code not-covered}, a {@link FailureKind}, {@code shadow} where a
 * shadow was asked, or {@code skipped} where a provider was not asked although it was its turn: its
 * breaker was open, its vendor had refused the number for a while, or the caller's time was over.
 * Where there were no keys, or no charge of a budget was left, nobody was asked either, but
 * somebody has to act: those are counted by their kind. Every word is in lower case with hyphens.
 *
 * <p>The three timers publish a histogram, so that quantiles over many processes can be had.
 */
public final class TelproofMeters implements ClientListener {
  // Every tag is drawn from a closed set: the enums, the names in the configuration, the operations
  // of the provider modules. A correlation id, a request id or a vendor's code is none: the one has
  // a value for each question, the other whatever a vendor comes to invent, and a registry keeps
  // every value for ever. Those stand on receipts, in logs and on spans.
  private static final String CHECK = "check";
  private static final String PROVIDER = "provider";
  private static final String OPERATION = "operation";
  private static final String OUTCOME = "outcome";
  private static final String CHARGE = "charge";
  private static final String SKIPPED = "skipped";

  // A dozen buckets instead of Micrometer's seventy: each is a series for each set of tags. They
  // reach from a kept answer to the longest wait that callers usually grant.
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(400),
    Duration.ofMillis(800),
    Duration.ofMillis(1500),
    Duration.ofSeconds(3),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  /** A meter for each set of tags, which Micrometer has itself from 1.12 on. */
  @FunctionalInterface
  private interface MeterFamily<M> {
    M withTags(String... tags);
  }

  private final MeterRegistry registry;
  private final MeterFamily<Timer> questions;
  private final MeterFamily<Counter> attempts;
  private final MeterFamily<Timer> permits;
  private final MeterFamily<Timer> exchanges;
  private final MeterFamily<Counter> transitions;
  private final MeterFamily<Counter> shadows;
  private volatile boolean storeAvailable = true;

  /**
   * Meters in this registry.
   *
   * @param registry where it is recorded
   */
  public TelproofMeters(MeterRegistry registry) {
    this.registry = registry;
    this.questions = timer("telproof.question", "What callers asked, and how long they waited");
    this.attempts = counter("telproof.attempt", "Attempts to get an answer; by charge, the bill");
    this.permits = timer("telproof.permit.wait", "The wait for a permit under a vendor's limit");
    this.exchanges = timer("telproof.exchange", "The time at the vendor, without that wait");
    this.transitions =
        counter("telproof.breaker.transitions", "Changes of a circuit breaker into a state");
    this.shadows = counter("telproof.shadow", "Comparisons of a shadow's answer");
  }

  @Override
  public void opened(Telproof telproof) {
    watch(telproof, Telproof::breakers);
    watchStore();
  }

  /** Shows the breakers of a source, which it does not keep alive. */
  <T> void watch(T source, Function<T, List<BreakerStatus>> breakers) {
    for (BreakerStatus breaker : breakers.apply(source)) {
      CheckType check = breaker.check();
      String provider = breaker.provider();
      gauge(
          "telproof.breaker.state",
          "What the next question would meet: 0 closed, 1 half open, 2 open",
          Tags.of(CHECK, check.key(), PROVIDER, provider),
          source,
          from -> state(breakers.apply(from), check, provider));
      // A counter that appears with its first event rises from nothing, and no rate sees that. What
      // is rare and worth an alert therefore stands at zero from the beginning.
      for (BreakerState state : BreakerState.values()) {
        transition(check, provider, state);
      }
      for (FailureKind kind : FailureKind.values()) {
        attempt(check, provider, TagValues.of(kind), kind.charge());
      }
      attempt(check, provider, SKIPPED, Charge.FREE);
    }
  }

  private static double state(List<BreakerStatus> breakers, CheckType check, String provider) {
    return breakers.stream()
        .filter(each -> each.check() == check && each.provider().equals(provider))
        .mapToDouble(
            each ->
                switch (each.state()) {
                  case CLOSED -> 0;
                  case HALF_OPEN -> 1;
                  case OPEN -> 2;
                })
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void answered(
      CheckType check, CallContext context, Optional<Gap> gap, Receipt receipt, Duration elapsed) {
    question(
        check,
        receipt.provider(),
        TagValues.outcome(gap),
        receipt.charge(),
        receipt.origin(),
        elapsed);
    if (receipt.origin() != AnswerOrigin.FRESH) {
      return;
    }
    earlier(check, receipt.earlier());
    String outcome = gap.filter(Gap::failover).map(TagValues::of).orElse("answered");
    attempt(check, receipt.provider(), outcome, receipt.charge()).increment();
  }

  @Override
  public void failed(CheckType check, CallContext context, Failure failure, Duration elapsed) {
    String outcome = TagValues.of(failure.kind());
    question(check, failure.provider(), outcome, failure.charge(), AnswerOrigin.FRESH, elapsed);
    earlier(check, failure.earlier());
    attempt(check, failure.provider(), outcome(failure), failure.charge()).increment();
  }

  @Override
  public void shadowAsked(CheckType check, String shadow, Charge charge) {
    attempt(check, shadow, "shadow", charge).increment();
  }

  @Override
  public void limited(String provider, String operation, RateLimits limits, RateLimiter limiter) {
    for (RateLimit limit : limits.all()) {
      Tags tags = Tags.of(PROVIDER, provider, OPERATION, operation, "limit", limit.toString());
      gauge(
          "telproof.limit.available",
          "Permits that a vendor's limit has left",
          tags,
          limiter,
          each -> left(each, limit));
      gauge(
          "telproof.limit.permits",
          "Permits that a vendor's limit has in all",
          tags,
          limiter,
          each -> limit.permits());
    }
  }

  private static double left(RateLimiter limiter, RateLimit limit) {
    @Nullable Integer left = limiter.left().get(limit);
    return left == null ? Double.NaN : left;
  }

  @Override
  public void limitStore(boolean available) {
    storeAvailable = available;
    watchStore();
  }

  private void watchStore() {
    gauge(
        "telproof.limit.store.available",
        "1 while the store of limits and budgets can be reached, 0 while it cannot",
        Tags.empty(),
        this,
        from -> from.storeAvailable ? 1 : 0);
  }

  @Override
  public void permit(String provider, String operation, Duration waited, boolean given) {
    permits
        .withTags(PROVIDER, provider, OPERATION, operation, "given", Boolean.toString(given))
        .record(waited);
  }

  @Override
  public void exchanged(String provider, String operation, Duration elapsed) {
    exchanges.withTags(PROVIDER, provider, OPERATION, operation).record(elapsed);
  }

  @Override
  public void breaker(CheckType check, String provider, BreakerState state) {
    transition(check, provider, state).increment();
  }

  @Override
  public void shadowed(CheckType check, String primary, String shadow, Agreement agreement) {
    // All of them stand there from the first comparison on, so that a share of none is zero.
    for (Agreement each : Agreement.values()) {
      Counter counter =
          shadows.withTags(
              CHECK,
              check.key(),
              "primary",
              primary,
              "shadow",
              shadow,
              "agreement",
              TagValues.of(each));
      if (each == agreement) {
        counter.increment();
      }
    }
  }

  private void question(
      CheckType check,
      String provider,
      String outcome,
      Charge charge,
      AnswerOrigin served,
      Duration elapsed) {
    questions
        .withTags(
            CHECK,
            check.key(),
            PROVIDER,
            provider,
            OUTCOME,
            outcome,
            CHARGE,
            TagValues.of(charge),
            "origin",
            TagValues.of(served))
        .record(elapsed);
  }

  private void earlier(CheckType check, List<Attempt> earlier) {
    for (Attempt each : earlier) {
      String outcome =
          each.failure().map(kind -> outcome(each, kind)).orElse(TagValues.of(Gap.NOT_COVERED));
      attempt(check, each.provider(), outcome, each.charge()).increment();
    }
  }

  /** Nobody has to act where another provider was asked next: then it was not a budget's end. */
  private static String outcome(Attempt attempt, FailureKind kind) {
    return outcome(kind, attempt.skipped() && kind != FailureKind.UNAUTHORIZED);
  }

  private static String outcome(Failure failure) {
    return outcome(
        failure.kind(),
        failure.skipped()
            && (failure.kind() == FailureKind.UNAVAILABLE || failure.refusedUntil().isPresent()));
  }

  private static String outcome(FailureKind kind, boolean skipped) {
    return skipped ? SKIPPED : TagValues.of(kind);
  }

  private Counter attempt(CheckType check, String provider, String outcome, Charge charge) {
    return attempts.withTags(
        CHECK, check.key(), PROVIDER, provider, OUTCOME, outcome, CHARGE, TagValues.of(charge));
  }

  private Counter transition(CheckType check, String provider, BreakerState state) {
    return transitions.withTags(
        CHECK, check.key(), PROVIDER, provider, "state", TagValues.of(state));
  }

  private MeterFamily<Timer> timer(String name, String description) {
    return tags ->
        Timer.builder(name)
            .description(description)
            .serviceLevelObjectives(BUCKETS)
            .tags(tags)
            .register(registry);
  }

  private MeterFamily<Counter> counter(String name, String description) {
    return tags -> Counter.builder(name).description(description).tags(tags).register(registry);
  }

  /** A registry keeps the first gauge of a name; after a client is opened anew, it is dead. */
  private <T> void gauge(
      String name, String description, Tags tags, T source, ToDoubleFunction<T> value) {
    registry.removeByPreFilterId(new Meter.Id(name, tags, null, null, Meter.Type.GAUGE));
    Gauge.builder(name, source, value).description(description).tags(tags).register(registry);
  }
}
