package io.telproof.client.internal.pipeline;

import io.telproof.client.BreakerStatus;
import io.telproof.client.ClientListener;
import io.telproof.client.internal.config.BreakerSettings;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The breakers of a client: one for each provider and check. Thread-safe. */
public final class Breakers {
  /** By check, then by the provider's name. */
  private final Map<CheckType, Map<String, Breaker>> breakers = new ConcurrentHashMap<>();

  private final BreakerSettings settings;
  private final Time time;
  private final ClientListener listener;

  Breakers(BreakerSettings settings, Time time, ClientListener listener) {
    this.settings = settings;
    this.time = time;
    this.listener = listener;
  }

  /** The same stage, behind its breaker. */
  <Q, V> Stage<Q, V> around(Stage<Q, V> next, CheckType check, String provider) {
    if (!settings.enabled()) {
      return next;
    }
    return new CircuitBreakerStage<>(
        next,
        breakers
            .computeIfAbsent(check, any -> new ConcurrentHashMap<>())
            .computeIfAbsent(
                provider, any -> new Breaker(check, provider, settings, time, listener)));
  }

  Optional<Breaker> of(CheckType check, String provider) {
    return Optional.ofNullable(breakers.getOrDefault(check, Map.of()).get(provider));
  }

  /** Every breaker as it stands now. */
  public List<BreakerStatus> status() {
    return breakers.values().stream()
        .flatMap(ofCheck -> ofCheck.values().stream())
        .map(Breaker::status)
        .toList();
  }
}
