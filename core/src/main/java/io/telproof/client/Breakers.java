package io.telproof.client;

import io.telproof.Check;
import io.telproof.spi.Capability;
import io.telproof.spi.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The breakers of a client: one for each provider and check. Thread-safe. */
final class Breakers {
  private record Place(Capability check, String provider) {}

  private final Map<Place, Breaker> breakers = new ConcurrentHashMap<>();
  private final BreakerSettings settings;
  private final Time time;
  private final ClientListener listener;

  Breakers(BreakerSettings settings, Time time, ClientListener listener) {
    this.settings = settings;
    this.time = time;
    this.listener = listener;
  }

  /** The same check, behind its breaker. */
  <Q, V> Check<Q, V> around(Check<Q, V> next, Capability check, String provider) {
    if (!settings.enabled()) {
      return next;
    }
    return new Breaking<>(
        next,
        breakers.computeIfAbsent(
            new Place(check, provider),
            place -> new Breaker(check, provider, settings, time, listener)));
  }

  Optional<Breaker> of(Capability check, String provider) {
    return Optional.ofNullable(breakers.get(new Place(check, provider)));
  }

  List<BreakerStatus> status() {
    return breakers.values().stream().map(Breaker::status).toList();
  }
}
