package io.telproof.client.internal.event;

import io.telproof.client.ClientListener;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rate limiters of one provider, whose waits and exchanges are told to a listener. Thread-safe.
 */
public final class ObservedRateLimiters implements RateLimiters {
  private final Map<String, RateLimiter> watched = new ConcurrentHashMap<>();
  private final Map<String, RateLimiter> opened = new ConcurrentHashMap<>();
  private final RateLimiters limiters;
  private final String provider;
  private final ClientListener listener;
  private final Time time;

  /** Rate limiters of one provider, told of under its name. */
  public ObservedRateLimiters(
      RateLimiters limiters, String provider, ClientListener listener, Time time) {
    this.limiters = limiters;
    this.provider = provider;
    this.listener = listener;
    this.time = time;
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    RateLimiter limiter = limiters.limiter(key, limits);
    return watched.computeIfAbsent(key, unseen -> watch(key, limits, limiter));
  }

  /** The limiter of an operation, once it was asked for. */
  public Optional<RateLimiter> opened(String operation) {
    return Optional.ofNullable(opened.get(operation));
  }

  /** Whether any limiter was asked for. */
  public boolean isUsed() {
    return !opened.isEmpty();
  }

  /**
   * Whose account an operation is asked for, and the operation, as the vendor counts it; empty
   * where the provider asked for no limit of that name.
   */
  public Optional<String> key(String operation) {
    return watched.keySet().stream().filter(key -> operation.equals(operation(key))).findFirst();
  }

  /** The operation in the key of a limiter. */
  public static String operation(String key) {
    // Before the slash stands whose limit it is.
    return key.substring(key.indexOf('/') + 1);
  }

  private RateLimiter watch(String key, RateLimits limits, RateLimiter limiter) {
    String operation = operation(key);
    listener.limited(provider, operation, limits, limiter);
    opened.putIfAbsent(operation, limiter);
    return new ObservedRateLimiter(limiter, provider, operation, listener, time);
  }
}
