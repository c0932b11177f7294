package io.telproof.limits.redis;

import io.telproof.limits.redis.RedisConnection.Phase;
import io.telproof.limits.redis.RedisConnection.State;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * This process' part of each limit, which it keeps by itself while Redis is away: from when nothing
 * that Redis gave can count any longer, until Redis is back. In a limit of a long period what this
 * process has sent by Redis counts as well. Thread-safe.
 */
final class ProcessShare {
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** Others may have lost Redis so much sooner. */
  private static final Duration NOTICED = RedisConnection.HEARTBEAT.multipliedBy(2);

  private final Map<Object, CompletableFuture<Void>> asleep = new ConcurrentHashMap<>();
  private final Duration hold;
  private final Duration closure;
  private final List<OwnLeases> longLeases;
  private final List<RateLimit> longLimits;
  private final RedisConnection connection;
  private final Time time;
  private final Supplier<String> ids;
  private final Optional<RateLimiter> limiter;
  private int out;

  ProcessShare(
      RateLimits limits,
      int parts,
      Duration hold,
      Duration closure,
      List<OwnLeases> longLeases,
      RedisConnection connection,
      Time time,
      Supplier<String> ids) {
    this.hold = hold;
    this.closure = closure;
    this.longLeases = longLeases;
    this.connection = connection;
    this.time = time;
    this.ids = ids;
    Optional<RateLimits> part = part(limits, parts);
    this.longLimits =
        part.stream()
            .flatMap(mine -> mine.all().stream())
            .filter(limit -> Closure.isLong(limit.period()))
            .toList();
    this.limiter =
        part.map(mine -> RateLimiters.local(new TimeUntilReturn()).limiter("share", mine));
  }

  /** The first of these limits of which so many parts leave each process nothing. */
  static Optional<RateLimit> tooSmall(RateLimits limits, int parts) {
    return limits.all().stream().filter(limit -> limit.permits() < parts).findFirst();
  }

  /** Empty where of one of the limits nothing is left. */
  private static Optional<RateLimits> part(RateLimits limits, int parts) {
    return tooSmall(limits, parts).isPresent()
        ? Optional.empty()
        : Optional.of(
            new RateLimits(
                limits.all().stream()
                    .map(limit -> new RateLimit(limit.permits() / parts, limit.period()))
                    .toList(),
                limits.travel()));
  }

  /**
   * Waits for a permit of this share.
   *
   * @param away what was so a moment ago
   * @return empty where something else is so by now
   */
  Optional<Admission> acquire(State away, Deadline deadline) throws InterruptedException {
    if (limiter.isEmpty()) {
      return Optional.of(RedisRateLimiter.away(RETRY, connection));
    }
    Duration begins = closure.minusNanos(time.nanos() - away.since());
    if (!begins.isNegative() && !begins.isZero()) {
      return Optional.of(RedisRateLimiter.away(begins, connection));
    }
    Optional<Rejected> usedUp = reserve();
    if (usedUp.isPresent()) {
      return Optional.of(usedUp.get());
    }
    boolean given = false;
    try {
      long asked = time.nanos();
      Admission admission = limiter.get().acquire(deadline.left());
      if (!(admission instanceof Permit permit)) {
        return Optional.of(admission);
      }
      if (!connection.state().equals(away)) {
        permit.close();
        return Optional.empty();
      }
      given = true;
      return Optional.of(new SharePermit(permit, ids.get(), asked));
    } catch (ReturnException e) {
      return Optional.empty();
    } finally {
      if (!given) {
        release();
      }
    }
  }

  private synchronized Optional<Rejected> reserve() {
    long now = time.nanos();
    for (int i = 0; i < longLimits.size(); i++) {
      if (longLeases.get(i).size(now) + out >= longLimits.get(i).permits()) {
        Duration next = longLeases.get(i).untilNextEnds(now);
        return Optional.of(new Rejected(next.compareTo(RETRY) > 0 ? next : RETRY));
      }
    }
    out++;
    return Optional.empty();
  }

  private synchronized void release() {
    out--;
  }

  /** Whether one of the processes can be at its share by now. */
  boolean mayHaveBegun() {
    State now = connection.state();
    return time.nanos() - now.since() >= closure.minus(NOTICED).toNanos();
  }

  void changed() {
    asleep.values().forEach(signal -> signal.complete(null));
  }

  /** Redis is back, or about to be: nobody waits here any longer. */
  private static final class ReturnException extends InterruptedException {
    private static final long serialVersionUID = 1L;
  }

  /** The store's time, in which nobody sleeps on when Redis is back. */
  private final class TimeUntilReturn implements Time {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
      await(duration, new CompletableFuture<>());
    }

    @Override
    public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
      CompletableFuture<Void> either = new CompletableFuture<>();
      Object me = new Object();
      asleep.put(me, either);
      try {
        leaveIfBack();
        var unused = signal.whenComplete((value, failure) -> either.complete(null));
        time.await(atMost, either);
        leaveIfBack();
      } finally {
        asleep.remove(me);
      }
    }

    private void leaveIfBack() throws ReturnException {
      if (connection.state().phase() != Phase.AWAY) {
        throw new ReturnException();
      }
    }
  }

  /** One request of this share. Thread-safe. */
  private final class SharePermit implements Permit {
    private final Permit permit;
    private final String id;
    private final long asked;
    private boolean sent;
    private boolean over;

    private SharePermit(Permit permit, String id, long asked) {
      this.permit = permit;
      this.id = id;
      this.asked = asked;
    }

    @Override
    public boolean isValid() {
      return time.nanos() - asked < hold.toNanos();
    }

    @Override
    public synchronized void sent() {
      if (!sent && !over) {
        sent = true;
        permit.sent();
        longLeases.forEach(leases -> leases.add(id, time.nanos()));
      }
    }

    @Override
    public synchronized void close() {
      if (!over) {
        over = true;
        permit.close();
        release();
      }
    }
  }
}
