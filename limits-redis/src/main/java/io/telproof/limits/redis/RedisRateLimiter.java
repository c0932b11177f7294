package io.telproof.limits.redis;

import io.telproof.limits.redis.RedisConnection.Phase;
import io.telproof.limits.redis.RedisConnection.State;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits that many processes keep together. Redis holds a lease for each permit and one line of all
 * who wait; who waits is told when to come again, and sleeps until then. Thread-safe.
 */
final class RedisRateLimiter implements RateLimiter {
  /** How late who waits may come again and still be there. It comes back with its ticket. */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** Whose turn is no further off sleeps until it, and does not look in between. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Why there is no permit from a Redis that may have lost what it knew. */
  static final String CLOSED =
      "the Redis that keeps this limit for every process has just been started or has lost what it"
          + " knew, and gives nothing until what was sent before counts no longer (telproof.limits)";

  /** When to come again where Redis is away. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  /**
   * Whoever was refused comes again in this time after Redis is back; twice, for a slow machine.
   */
  private static final Duration COMING_BACK = RETRY.multipliedBy(2);

  private static final int GIVEN = 1;
  private static final int WAIT = 0;
  private static final int NONE = -1;
  private static final int NONE_YET = -3;

  private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> waiting =
      new ConcurrentSkipListMap<>();

  /** How many have asked since Redis, or what it knows, was there. */
  private final AtomicLong turns = new AtomicLong();

  private final ReentrantLock puttingBack = new ReentrantLock();
  private final LimiterKeys keys;
  private final RateLimits limits;
  private final RedisConnection connection;
  private final Time time;
  private final ScriptClock clock;
  private final Supplier<String> ids;
  private final Duration hold;
  private final Duration closure;
  private final Optional<ProcessShare> share;
  private final List<OwnLeases> longLeases = new ArrayList<>();
  private final String[] lasting;
  private final String[] lastingFromReply;

  /** The generation of Redis that knows what this process has sent; empty before the first. */
  private volatile String generation = "";

  RedisRateLimiter(
      LimiterKeys keys,
      RateLimits limits,
      RedisLimitStoreSettings settings,
      RedisConnection connection,
      Time time,
      ScriptClock clock,
      Supplier<String> ids) {
    this.keys = keys;
    this.limits = limits;
    this.connection = connection;
    this.time = time;
    this.clock = clock;
    this.ids = ids;
    this.hold = settings.holdTime();
    this.closure = Closure.of(limits, hold);
    this.lasting = periods(limit -> limit.period().plus(limits.travel()));
    this.lastingFromReply = periods(RateLimit::period);
    for (int i = 0; i < limits.all().size(); i++) {
      Duration period = limits.all().get(i).period();
      if (Closure.isLong(period)) {
        longLeases.add(new OwnLeases(keys.held().get(i), period.plus(limits.travel())));
      }
    }
    this.share =
        settings
            .share()
            .map(
                parts ->
                    new ProcessShare(
                        limits, parts, hold, closure, longLeases, connection, time, ids));
  }

  /** A microsecond more: what Redis reads of its clock is cut. */
  private String[] periods(Function<RateLimit, Duration> each) {
    return limits.all().stream()
        .map(limit -> String.valueOf(Micros.of(each.apply(limit)) + 1))
        .toArray(String[]::new);
  }

  RateLimits limits() {
    return limits;
  }

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    Deadline deadline = Deadline.in(within, time);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      State now = connection.state(deadline.left());
      Optional<Admission> admission =
          now.isAvailable() ? onRedis(deadline) : withoutRedis(now, deadline);
      if (admission.isPresent()) {
        return admission.get();
      }
    }
  }

  /** There is no permit without Redis. */
  static Rejected away(Duration retryAfter, RedisConnection connection) {
    String why = connection.whyAway().map(reason -> reason + "; ").orElse("");
    return new Rejected(
        retryAfter,
        "the Redis that keeps this limit for every process cannot be asked ("
            + why
            + "look at telproof.limits)");
  }

  private Optional<Admission> withoutRedis(State now, Deadline deadline)
      throws InterruptedException {
    if (share.isEmpty() || now.phase() != Phase.AWAY) {
      return Optional.of(away(RETRY, connection));
    }
    return share.get().acquire(now, deadline);
  }

  /** Empty where Redis was lost meanwhile. */
  private Optional<Admission> onRedis(Deadline deadline) throws InterruptedException {
    String id = ids.get();
    long ticket = 0;
    boolean over = false;
    CompletableFuture<List<Object>> reply = CompletableFuture.completedFuture(List.of());
    try {
      while (true) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        long asked = time.nanos();
        String known = generation;
        // A ticket tells the place; without one it is this process' next turn that does.
        long turn = ticket == 0 ? turns.getAndIncrement() : 0;
        reply = take(id, ticket, turn, known, deadline.left());
        List<Object> said = connection.reply(reply);
        int what = (int) number(said, 0);
        Duration wait = Micros.duration(number(said, 1));
        ticket = number(said, 2);
        switch (what) {
          case GIVEN -> {
            know(said);
            over = true;
            return Optional.of(new RedisPermit(this, id, asked));
          }
          case WAIT -> {
            know(said);
            sleep(ticket, wait);
            if (!connection.state().isAvailable()) {
              return Optional.empty();
            }
          }
          case NONE -> {
            know(said);
            over = true;
            return Optional.of(new Rejected(wait));
          }
          case NONE_YET -> {
            know(said);
            over = true;
            return Optional.of(new Rejected(wait, CLOSED));
          }
          default -> putBack(known);
        }
      }
    } catch (RedisAwayException e) {
      return Optional.empty();
    } finally {
      if (!over) {
        // What Redis does with it late is undone after it.
        var unused = reply.whenComplete((said, failure) -> leave(id));
      }
    }
  }

  private CompletableFuture<List<Object>> take(
      String id, long ticket, long turn, String known, Duration left) {
    List<String> args =
        new ArrayList<>(
            List.of(
                clock.micros(),
                Micros.text(closure),
                known,
                id,
                String.valueOf(ticket),
                String.valueOf(left.toNanos() / 1000),
                Micros.text(hold),
                Micros.text(GRACE),
                Micros.text(LOOK),
                String.valueOf(turn),
                connection.isBackFor(COMING_BACK) ? "back" : ""));
    for (int i = 0; i < lasting.length; i++) {
      args.add(String.valueOf(limits.all().get(i).permits()));
      args.add(lasting[i]);
    }
    return connection.run(Script.TAKE, keys.all(), args.toArray(String[]::new));
  }

  private void sleep(long ticket, Duration wait) throws InterruptedException {
    CompletableFuture<Void> signal = new CompletableFuture<>();
    waiting.put(ticket, signal);
    try {
      if (connection.state().isAvailable()) {
        time.await(wait, signal);
      }
    } finally {
      waiting.remove(ticket);
    }
  }

  /** The first generation that this process hears of has nothing to be told. */
  private void know(List<Object> said) {
    if (generation.isEmpty()) {
      generation = String.valueOf(said.get(3));
    }
  }

  private static long number(List<Object> said, int index) {
    return ((Number) said.get(index)).longValue();
  }

  @Override
  public Map<RateLimit, Integer> left() {
    if (!connection.state().isAvailable()) {
      return Map.of();
    }
    List<String> args = new ArrayList<>(List.of(clock.micros(), Micros.text(closure)));
    limits.all().forEach(limit -> args.add(String.valueOf(limit.permits())));
    try {
      List<Object> said =
          connection.reply(
              connection.run(Script.LEFT, keys.stateAndLeases(), args.toArray(String[]::new)));
      Map<RateLimit, Integer> left = new LinkedHashMap<>();
      for (int i = 0; i < said.size(); i++) {
        left.put(limits.all().get(i), (int) number(said, i));
      }
      return left;
    } catch (RedisAwayException e) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  boolean isValid(long asked) {
    return time.nanos() - asked < hold.toNanos();
  }

  /** Its request was sent, at this moment, which is returned. */
  long sent(String id) {
    long now = time.nanos();
    longLeases.forEach(leases -> leases.add(id, now));
    lease(id, "put", lasting);
    return now;
  }

  /** The reply is there: the vendor has counted by now. */
  void replied(String id, long sentAt) {
    if (time.nanos() - sentAt < limits.travel().toNanos()) {
      lease(id, "", lastingFromReply);
    }
  }

  private void lease(String id, String missing, String[] lasts) {
    List<String> args = new ArrayList<>(List.of(clock.micros(), id, missing));
    args.addAll(Arrays.asList(lasts));
    var unused = connection.run(Script.LEASE, keys.leases(), args.toArray(String[]::new));
  }

  /** Nothing was sent: its slot is free at once, for whoever is first here to look. */
  void unused(String id) {
    leave(id);
    Map.@Nullable Entry<Long, CompletableFuture<Void>> first = waiting.firstEntry();
    if (first != null) {
      first.getValue().complete(null);
    }
  }

  private void leave(String id) {
    var unused = connection.run(Script.LEAVE, keys.places(), id);
  }

  void changed() {
    if (!connection.state().isAvailable()) {
      // Not when it is back: the first ones have had their turns by then.
      turns.set(0);
    }
    waiting.values().forEach(signal -> signal.complete(null));
    share.ifPresent(ProcessShare::changed);
  }

  void beat() throws RedisAwayException, InterruptedException {
    if (hasSentLately()) {
      String known = generation;
      if (!generationNow("").equals(known)) {
        putBack(known);
      }
    }
  }

  private boolean hasSentLately() {
    long now = time.nanos();
    return longLeases.stream().anyMatch(leases -> leases.size(now) > 0);
  }

  /** Others may be at their shares still, and what was sent by this one's counts for a while. */
  void returning() throws RedisAwayException, InterruptedException {
    if (share.isPresent() && share.get().mayHaveBegun()) {
      String unused = generationNow("close");
    }
    if (hasSentLately()) {
      putBack(generation);
    }
  }

  private String generationNow(String close) throws RedisAwayException, InterruptedException {
    return text(
        connection.run(
            Script.GENERATION, keys.stateAlone(), clock.micros(), Micros.text(closure), close));
  }

  private String text(CompletableFuture<List<Object>> reply)
      throws RedisAwayException, InterruptedException {
    return String.valueOf(connection.reply(reply).get(0));
  }

  /**
   * Tells Redis of the requests that still count.
   *
   * @param known the generation that knew of them; where it is another by now, they were told
   */
  private void putBack(String known) throws RedisAwayException, InterruptedException {
    puttingBack.lockInterruptibly();
    try {
      if (!generation.equals(known)) {
        return;
      }
      String now = generationNow("");
      for (OwnLeases leases : longLeases) {
        for (List<String> part : leases.parts(time.nanos())) {
          List<String> args = new ArrayList<>(List.of(clock.micros(), Micros.text(closure)));
          args.addAll(part);
          String unused =
              text(
                  connection.run(
                      Script.RESTORE, keys.stateAnd(leases.key()), args.toArray(String[]::new)));
        }
      }
      // Where it is another again, Redis says so to whoever asks next.
      generation = now;
      turns.set(0);
    } finally {
      puttingBack.unlock();
    }
  }
}
