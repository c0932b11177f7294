package io.telproof.client.internal.pipeline;

import io.telproof.Check;
import io.telproof.client.AuditListener;
import io.telproof.client.ClientListener;
import io.telproof.client.Interceptor;
import io.telproof.client.internal.config.ClientSettings;
import io.telproof.client.internal.config.LimitSettings;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.client.internal.event.AuditTrail;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.client.internal.ledger.LedgerAttempts;
import io.telproof.client.internal.ledger.LedgerSettings;
import io.telproof.client.internal.routing.CheckOffers;
import io.telproof.client.internal.routing.Providers;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.Routes;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Puts the pipeline of each check together. The whole order stands in {@link #pipeline}, with
 * {@link #candidate} for each provider of the route; {@link #direct} is what is left of it where
 * one provider is asked by its name.
 */
public final class PipelineBuilder {
  private final Time time;
  private final RandomGenerator random;
  private final ClientSettings settings;
  private final Providers providers;
  private final Routes routes;
  private final LedgerSettings ledger;
  private final Optional<LedgerAttempts> attempts;
  private final List<Interceptor> interceptors;
  private final ClientListener listener;
  private final AuditTrail audit;
  private final Breakers breakers;
  private final ShadowExecutor shadows;
  private final Fingerprint fingerprint = Fingerprint.random();
  private final NumberRefusals refusals;
  private final Fingerprint refused;
  private final DailyBudgets budgets;
  private volatile boolean closed;

  /**
   * For one client.
   *
   * @param random must be safe for many threads, as {@link java.util.Random} is
   */
  public PipelineBuilder(
      Time time,
      RandomGenerator random,
      ClientSettings settings,
      LimitSettings limits,
      LedgerSettings ledger,
      Optional<LedgerAttempts> attempts,
      Providers providers,
      Routes routes,
      List<Interceptor> interceptors,
      List<AuditListener> audits,
      ClientListener listener) {
    this.time = time;
    this.random = random;
    this.settings = settings;
    this.providers = providers;
    this.routes = routes;
    this.ledger = ledger;
    this.attempts = attempts;
    this.refusals = limits.store().refusals();
    this.refused = limits.hashKey().map(Fingerprint::of).orElseGet(Fingerprint::random);
    this.interceptors = List.copyOf(interceptors);
    this.listener = listener;
    this.audit =
        new AuditTrail(
            audits, settings.audit().hashKey().map(Fingerprint::of).orElseGet(Fingerprint::random));
    this.breakers = new Breakers(settings.breaker(), time, listener);
    this.shadows = new ShadowExecutor(listener);
    this.budgets = new DailyBudgets(settings.budgets(), routes, limits.store(), time);
  }

  /** The circuit breakers of every pipeline. */
  public Breakers breakers() {
    return breakers;
  }

  /** The budgets of every pipeline. */
  public DailyBudgets budgets() {
    return budgets;
  }

  /** Where the shadows of every pipeline are asked. */
  public ShadowExecutor shadows() {
    return shadows;
  }

  /** Lets no question in any more. */
  public void close() {
    closed = true;
  }

  /** A check as it is routed; empty where it has no route. */
  public Optional<Check<?, ?>> routed(CheckType check) {
    return routes.route(check).map(route -> check.typed(pipeline(route)));
  }

  /**
   * The check of one provider, whatever the routes say: nothing is coalesced, cached or shadowed.
   * Empty where the provider does not offer it.
   *
   * @param provider one that is open
   */
  public Optional<Check<?, ?>> only(CheckType check, String provider) {
    return providers.has(provider, check)
        ? Optional.of(check.typed(direct(check, provider)))
        : Optional.empty();
  }

  private <Q, V> Check<Q, V> pipeline(Route route) {
    CheckType check = route.check();
    return entered(
        inOrder(
            this.<Q, V>observe(check),
            admit(check),
            intercept(check),
            idempotency(check),
            coalesce(check),
            cache(check),
            shadow(route),
            any -> failover(route)));
  }

  private <Q, V> Check<Q, V> direct(CheckType check, String provider) {
    return entered(
        inOrder(
            this.<Q, V>observe(check),
            admit(check),
            intercept(check),
            idempotency(check),
            any -> candidate(check, provider, true)));
  }

  /**
   * The stages around one provider's check.
   *
   * @param last whether nobody else is asked afterwards
   */
  private <Q, V> Candidate<Q, V> candidate(CheckType check, String provider, boolean last) {
    CheckOffers offers = providers.offers(provider, check);
    return new Candidate<>(
        check,
        provider,
        offers,
        inOrder(
            this.<Q, V>circuitBreaker(check, provider),
            retry(last),
            refusals(check, provider, offers),
            credentials(check, provider, last),
            budget(check, provider),
            record(check, provider, offers),
            any -> provided(check, provider)),
        time);
  }

  /** Puts stages into each other, the outermost first. The last one has nothing inside. */
  @SafeVarargs
  private static <Q, V> Stage<Q, V> inOrder(UnaryOperator<Stage<Q, V>>... stages) {
    Stage<Q, V> built =
        (query, call) -> {
          throw new IllegalStateException("the last stage asks");
        };
    for (int i = stages.length - 1; i >= 0; i--) {
      built = stages[i].apply(built);
    }
    return built;
  }

  private <Q, V> Check<Q, V> entered(Stage<Q, V> outermost) {
    return (query, context) -> outermost.ask(query, Call.begin(context, time));
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> observe(CheckType check) {
    return next -> new ObservationStage<>(next, check, listener, audit, time);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> admit(CheckType check) {
    return next -> new AdmissionStage<>(next, check, () -> closed);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> intercept(CheckType check) {
    return next -> {
      Stage<Q, V> built = next;
      for (int i = interceptors.size() - 1; i >= 0; i--) {
        built = new InterceptorStage<>(built, interceptors.get(i), check);
      }
      return built;
    };
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> idempotency(CheckType check) {
    return next ->
        ledger.ledger().isPresent()
            ? new IdempotencyStage<>(
                next, ledger.ledger().get(), ledger.fingerprint(), ledger.answers(), check, time)
            : new KeyRefusalStage<>(next, check);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> coalesce(CheckType check) {
    return next ->
        settings.coalesce().contains(check)
            ? new CoalescingStage<>(next, check, fingerprint, time)
            : next;
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> cache(CheckType check) {
    Optional<Duration> keep = settings.cache().of(check);
    return next ->
        keep.isPresent()
            ? new CacheStage<>(next, check, fingerprint, keep.get(), settings.cache().size(), time)
            : next;
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> shadow(Route route) {
    return next -> route.shadow().isPresent() ? shadow(route, route.shadow().get(), next) : next;
  }

  private <Q, V> Stage<Q, V> shadow(Route route, ShadowRoute beside, Stage<Q, V> next) {
    return new ShadowStage<>(
        next,
        candidate(route.check(), beside.provider(), true),
        route,
        beside,
        budgets.ofShadow(route.check()).orElseThrow(),
        random,
        shadows,
        time);
  }

  private <Q, V> Stage<Q, V> failover(Route route) {
    CheckType check = route.check();
    List<String> names = route.providers();
    if (!check.mayFailOver()) {
      return new CoverageStage<>(
          names.stream().map(name -> this.<Q, V>candidate(check, name, true)).toList());
    }
    String last = names.get(names.size() - 1);
    return new FailoverStage<>(
        names.stream().map(name -> this.<Q, V>candidate(check, name, name.equals(last))).toList(),
        route.maxWait(),
        () -> budgets.of(check).filter(DailyBudget::isReached).isEmpty(),
        time);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> circuitBreaker(CheckType check, String provider) {
    return next -> breakers.around(next, check, provider);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> retry(boolean last) {
    return next -> new RetryStage<>(next, settings.retry(), last, time, random);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> refusals(
      CheckType check, String provider, CheckOffers offers) {
    Map<String, String> accounts =
        offers.list().stream()
            .collect(
                Collectors.toMap(
                    Offer::operation,
                    offer -> providers.account(provider, offer.operation()),
                    (one, same) -> one));
    return next ->
        new NumberRefusalStage<>(
            next,
            refusals,
            refused,
            check,
            provider,
            query -> offers.of(query).map(Offer::operation).map(accounts::get).orElse(provider),
            time);
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> credentials(
      CheckType check, String provider, boolean last) {
    Optional<RefreshingCredentials> credentials = providers.credentials(provider);
    return next ->
        credentials.isPresent()
            ? new CredentialsStage<>(next, credentials.get(), check, last, time)
            : next;
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> budget(CheckType check, String provider) {
    Optional<DailyBudget> budget = budgets.of(check);
    return next ->
        budget.isPresent() ? new BudgetStage<>(next, budget.get(), check, provider) : next;
  }

  private <Q, V> UnaryOperator<Stage<Q, V>> record(
      CheckType check, String provider, CheckOffers offers) {
    return next ->
        attempts.isPresent()
            ? new LedgerStage<>(
                next,
                attempts.get(),
                check,
                provider,
                query -> offers.of(query).map(Offer::operation),
                providers.takesPermits(provider))
            : next;
  }

  @SuppressWarnings("unchecked") // The check's own types; its constructor ties them together.
  private <Q, V> Stage<Q, V> provided(CheckType check, String provider) {
    return new ProviderStage<>(
        (Check<Q, V>) providers.check(provider, check).orElseThrow(), check, provider);
  }
}
