package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts charges for many processes. Redis holds what each of them has counted, and the sum; each
 * process knows its own part, and tells it again where Redis may have lost it, or where it is not
 * known what came of a command. Thread-safe.
 */
final class RedisChargeCounter implements ChargeCounter, RedisConnection.Listener {
  /** How long nothing is counted where Redis may have lost something: enough for two heartbeats. */
  static final Duration CLOSURE = Duration.ofSeconds(2);

  /** How long who asks waits for a connection to come about. */
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);

  private record Page(String budget, LocalDate day) {}

  private final ConcurrentMap<Page, DailyCharges> days = new ConcurrentHashMap<>();
  private final String process = ProcessId.random();
  private final String prefix;
  private final RedisConnection connection;
  private final Time time;
  private final ScriptClock clock;

  RedisChargeCounter(String prefix, RedisConnection connection, Time time, ScriptClock clock) {
    this.prefix = prefix;
    this.connection = connection;
    this.time = time;
    this.clock = clock;
  }

  @Override
  public Outcome take(String budget, LocalDate day, int most) {
    try {
      if (!connection.state(LONGEST_ATTEMPT).isAvailable()) {
        return Outcome.AWAY;
      }
      return of(budget, day).take(most);
    } catch (RedisAwayException e) {
      return Outcome.AWAY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.AWAY;
    }
  }

  @Override
  public void giveBack(String budget, LocalDate day) {
    of(budget, day).giveBack();
  }

  @Override
  public OptionalInt used(String budget, LocalDate day) {
    try {
      if (!connection.state(LONGEST_ATTEMPT).isAvailable()) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(of(budget, day).used());
    } catch (RedisAwayException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private DailyCharges of(String budget, LocalDate day) {
    return days.computeIfAbsent(
        new Page(budget, day),
        page -> {
          String base = prefix + ":{" + budget + "}:charges";
          return new DailyCharges(base, base + ":" + day, process, connection, time, clock);
        });
  }

  @Override
  public void beat() throws RedisAwayException, InterruptedException {
    days.values().removeIf(DailyCharges::isOver);
    for (DailyCharges each : days.values()) {
      each.beat();
    }
  }

  @Override
  public void returning() throws RedisAwayException, InterruptedException {
    for (DailyCharges each : days.values()) {
      each.returning();
    }
  }

  @Override
  public void changed() {}
}
