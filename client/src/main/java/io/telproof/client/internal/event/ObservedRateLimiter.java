package io.telproof.client.internal.event;

import io.telproof.client.ClientListener;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A limiter, whose waits and exchanges are told to a listener. Thread-safe. */
final class ObservedRateLimiter implements RateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(ClientListener.class);

  private final RateLimiter limiter;
  private final String provider;
  private final String operation;
  private final ClientListener listener;
  private final Time time;

  ObservedRateLimiter(
      RateLimiter limiter, String provider, String operation, ClientListener listener, Time time) {
    this.limiter = limiter;
    this.provider = provider;
    this.operation = operation;
    this.listener = listener;
    this.time = time;
  }

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    long asked = time.nanos();
    ObservedPermit watched = new ObservedPermit();
    Admission admission = limiter.acquire(within);
    if (!(admission instanceof Permit permit)) {
      listener.permit(provider, operation, since(asked), false);
      return admission;
    }
    boolean given = false;
    try {
      listener.permit(provider, operation, since(asked), true);
      watched.begin(permit);
      given = true;
      return watched;
    } finally {
      if (!given) {
        permit.close();
      }
    }
  }

  @Override
  public Map<RateLimit, Integer> left() {
    return limiter.left();
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanos() - nanos);
  }

  /**
   * An application may keep permits itself. What breaks there takes no answer away that the permit
   * was used for. Made before there is a permit, so that none is lost for want of memory.
   */
  private final class ObservedPermit implements Permit {
    private @Nullable Permit permit;
    private long given;
    private volatile boolean over;

    @Override
    public boolean isValid() {
      return permit == null || permit.isValid();
    }

    private void begin(Permit got) {
      given = time.nanos();
      permit = got;
    }

    @Override
    public void sent() {
      if (permit != null) {
        Callbacks.run("a permit", permit::sent, LOG);
      }
    }

    @Override
    public void close() {
      if (permit != null) {
        Callbacks.run("a permit", permit::close, LOG);
      }
      if (!over) {
        over = true;
        Callbacks.run("a clock", () -> listener.exchanged(provider, operation, since(given)), LOG);
      }
    }
  }
}
