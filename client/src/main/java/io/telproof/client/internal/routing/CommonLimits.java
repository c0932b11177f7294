package io.telproof.client.internal.routing;

import io.telproof.client.internal.event.ObservedRateLimiters;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who of a client's providers keeps to which limits. One account may go by two names, and has one
 * limit for each operation: where two names say different ones, that is noted while the providers
 * are opened, so that all of it can be told at once. Thread-safe.
 */
final class CommonLimits {
  /** The limits that somebody was the first to ask for. */
  private record First(String provider, RateLimits limits) {}

  /**
   * Two limits of one operation of one account.
   *
   * @param here what was asked for
   * @param provider who had asked before
   * @param there for what
   */
  record Conflict(String operation, RateLimits here, String provider, RateLimits there) {}

  private final Map<String, First> firsts = new ConcurrentHashMap<>();
  private final RateLimiters limiters;

  CommonLimits(RateLimiters limiters) {
    this.limiters = limiters;
  }

  /** The limits of one provider that is about to be opened. */
  OfProvider of(String provider) {
    return new OfProvider(provider);
  }

  /** Notes conflicts until it is told that the provider is open, and then refuses them. */
  final class OfProvider implements RateLimiters {
    private final String provider;
    private final List<Conflict> conflicts = new ArrayList<>();
    private boolean open;

    private OfProvider(String provider) {
      this.provider = provider;
    }

    @Override
    public RateLimiter limiter(String key, RateLimits limits) {
      // Nearly always the first: it is compared with nothing, because the first comparison of
      // records in a process takes longer than all else of this.
      @Nullable First first = firsts.putIfAbsent(key, new First(provider, limits));
      return limiters.limiter(
          key,
          first == null || first.limits().equals(limits) || !note(key, limits, first)
              ? limits
              : first.limits());
    }

    private synchronized boolean note(String key, RateLimits limits, First first) {
      if (!open) {
        conflicts.add(
            new Conflict(
                ObservedRateLimiters.operation(key), limits, first.provider(), first.limits()));
      }
      return !open;
    }

    /** The provider is open. What was found on the way is for the configuration to tell. */
    synchronized List<Conflict> opened() {
      open = true;
      return List.copyOf(conflicts);
    }
  }
}
