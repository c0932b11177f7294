package io.telproof.testkit.internal;

import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The application's own limiters, as far as a provider can tell: they note who asks for which turn,
 * and give one after whatever wait a clause wants.
 */
public final class RecordedRateLimiters implements RateLimiters {
  /** What a clause does to who asks for a permit. */
  @FunctionalInterface
  public interface Wait {
    void before(Duration within) throws InterruptedException;
  }

  /** One permit that was given. */
  public record RecordedPermit(
      String key, RateLimits limits, Duration within, List<String> events) {}

  private final List<RecordedPermit> given = new ArrayList<>();
  private final Set<String> opened = new LinkedHashSet<>();
  private final Wait wait;

  private RecordedRateLimiters(Wait wait) {
    this.wait = wait;
  }

  /** Permits for everybody at once. */
  public static RecordedRateLimiters open() {
    return new RecordedRateLimiters(within -> {});
  }

  public static RecordedRateLimiters after(Wait wait) {
    return new RecordedRateLimiters(wait);
  }

  public synchronized List<RecordedPermit> given() {
    return List.copyOf(given);
  }

  /** The keys of all limiters that were asked for so far. */
  public synchronized Set<String> opened() {
    return Set.copyOf(opened);
  }

  @Override
  public synchronized RateLimiter limiter(String key, RateLimits limits) {
    opened.add(key);
    return within -> {
      RecordedPermit permit = new RecordedPermit(key, limits, within, new ArrayList<>());
      synchronized (this) {
        given.add(permit);
      }
      wait.before(within);
      return new PermitLog(permit.events());
    };
  }

  /** A permit that notes how it ended. */
  private record PermitLog(List<String> events) implements RateLimiter.Permit {
    @Override
    public void sent() {
      note("sent");
    }

    @Override
    public void close() {
      note("closed");
    }

    private void note(String event) {
      synchronized (events) {
        events.add(event);
      }
    }
  }
}
