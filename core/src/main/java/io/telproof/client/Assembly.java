package io.telproof.client;

import io.telproof.Check;
import io.telproof.spi.Capability;
import io.telproof.spi.Time;
import io.telproof.spi.VerificationProvider;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts the chain of each check together. The whole order stands in {@link #routed}. */
final class Assembly {
  private final Time time;
  private final RandomGenerator random;
  private final ClientSettings settings;
  private final Providers providers;
  private final Routes routes;
  private final List<Interceptor> interceptors;
  private final ClientListener listener;
  private final Audit audit;
  private final Breakers breakers;
  private final Shadows shadows;
  private final Fingerprint fingerprint = Fingerprint.random();
  private final Map<Capability, DayBudget> ceilings = new EnumMap<>(Capability.class);
  private volatile boolean closed;

  Assembly(TelproofBuilder builder, Opening opening, ClientSettings settings) {
    this.time = builder.time;
    this.random = builder.random;
    this.settings = settings;
    this.providers = opening.providers;
    this.routes = opening.routes;
    this.interceptors = List.copyOf(builder.interceptors);
    this.listener = opening.listener;
    this.audit =
        new Audit(
            builder.audits,
            settings.audit().hashKey().map(Fingerprint::of).orElseGet(Fingerprint::random));
    this.breakers = new Breakers(settings.breaker(), time, listener);
    this.shadows = new Shadows(listener);
    for (Capability check : Capability.values()) {
      settings.ceilings().of(check).ifPresent(perDay -> ceilings.put(check, budget(perDay)));
    }
  }

  private DayBudget budget(PerDay perDay) {
    return new DayBudget(perDay, settings.ceilings().zone().id(), time);
  }

  Breakers breakers() {
    return breakers;
  }

  Shadows shadows() {
    return shadows;
  }

  /** Lets no question in any more. */
  void close() {
    closed = true;
  }

  /** The checks as they are routed. */
  Checks routed() {
    return new Checks(
        new Checks.Chains() {
          @Override
          public <Q, V> Optional<Check<Q, V>> chain(
              Capability check,
              Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
            return routes.route(check).map(route -> routed(route, of));
          }

          @Override
          public ConfigurationException missing(Capability check) {
            return routes.missing(check);
          }
        });
  }

  /** The checks of one provider, whatever the routes say: nothing is shared, kept or compared. */
  Checks only(String provider) {
    VerificationProvider one = providers.open().get(provider);
    if (one == null) {
      throw new IllegalArgumentException(
          "there is no provider "
              + provider
              + "; configured: "
              + String.join(", ", providers.open().keySet()));
    }
    return new Checks(
        new Checks.Chains() {
          @Override
          public <Q, V> Optional<Check<Q, V>> chain(
              Capability check,
              Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
            return check.offeredBy(one)
                ? Optional.of(observed(check, candidate(check, provider, true, of)))
                : Optional.empty();
          }

          @Override
          public ConfigurationException missing(Capability check) {
            return new ConfigurationException(
                List.of(
                    new Problem(
                        "telproof.providers." + provider,
                        "asked for by its name",
                        provider
                            + " does not offer "
                            + check.key()
                            + "; offered by: "
                            + routes.offering(check))));
          }
        });
  }

  private <Q, V> Check<Q, V> routed(
      Route route, Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
    Capability check = route.check();
    return observed(check, shared(check, kept(check, shadowed(route, failover(route, of), of))));
  }

  /** Outermost: the listeners, whether the client is open, the application's interceptors. */
  private <Q, V> Check<Q, V> observed(Capability check, Check<Q, V> inner) {
    Check<Q, V> chain = inner;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      chain = new Intercepted<>(chain, interceptors.get(i), check, time);
    }
    return new Observed<>(new Entrance<>(chain, check, () -> closed), check, listener, audit, time);
  }

  private <Q, V> Check<Q, V> shared(Capability check, Check<Q, V> next) {
    return settings.coalesce().contains(check)
        ? new Coalesced<>(next, check, fingerprint, time)
        : next;
  }

  private <Q, V> Check<Q, V> kept(Capability check, Check<Q, V> next) {
    Optional<Duration> keep = settings.cache().of(check);
    return keep.isPresent()
        ? new Kept<>(next, check, fingerprint, keep.get(), settings.cache().size(), time)
        : next;
  }

  private <Q, V> Check<Q, V> shadowed(
      Route route,
      Check<Q, V> next,
      Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
    if (route.shadow().isEmpty()) {
      return next;
    }
    ShadowRoute beside = route.shadow().get();
    return new Shadowed<>(
        next,
        candidate(route.check(), beside.provider(), true, of),
        route.check(),
        beside.provider(),
        beside.sample(),
        budget(beside.budget()),
        random,
        shadows);
  }

  private <Q, V> Check<Q, V> failover(
      Route route, Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
    Capability check = route.check();
    List<String> names = route.providers();
    String last = names.get(names.size() - 1);
    return new Failover<>(
        names.stream().map(name -> candidate(check, name, name.equals(last), of)).toList(),
        () -> !ceilings.containsKey(check) || ceilings.get(check).left() > 0,
        time);
  }

  /** One provider: its breaker, the repetitions, its keys, the ceiling, and the question itself. */
  private <Q, V> Check<Q, V> candidate(
      Capability check,
      String provider,
      boolean last,
      Function<VerificationProvider, Optional<? extends Check<Q, V>>> of) {
    Check<Q, V> question = of.apply(providers.open().get(provider)).orElseThrow();
    return breakers.around(
        new Retry<>(
            keyed(provider, ceiling(check, provider, question)),
            settings.retry(),
            last,
            time,
            random),
        check,
        provider);
  }

  private <Q, V> Check<Q, V> keyed(String provider, Check<Q, V> next) {
    Optional<RotatingKeys> keys = providers.keys(provider);
    return keys.isPresent() ? new Keyed<>(next, keys.get(), time) : next;
  }

  private <Q, V> Check<Q, V> ceiling(Capability check, String provider, Check<Q, V> next) {
    DayBudget budget = ceilings.get(check);
    return budget == null ? next : new Ceiling<>(next, budget, check, provider);
  }
}
