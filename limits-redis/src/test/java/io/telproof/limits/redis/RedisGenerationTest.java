package io.telproof.limits.redis;

import static io.telproof.limits.redis.Exchanges.PATIENCE;
import static io.telproof.limits.redis.Exchanges.asking;
import static io.telproof.limits.redis.Exchanges.exchange;
import static io.telproof.limits.redis.Exchanges.permit;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Redis that was restarted, or has lost what it knew, by the real clocks. */
@Tag("redis-away")
final class RedisGenerationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final RateLimit SHORT = new RateLimit(6, Duration.ofMillis(300));
  private static final RateLimit HOURLY = RateLimit.of("9/h");
  private static final RateLimits BOTH = RateLimits.of(SHORT, HOURLY);

  /** Hold, the period, and the travel. */
  private static final Duration CLOSURE = Duration.ofMillis(920);

  private static StoreSettings settings(RedisServer server) {
    return StoreSettings.of(server.url()).quick();
  }

  @Test
  void a_new_Redis_gives_the_first_permit_after_hold_the_period_and_the_travel() throws Exception {
    try (RedisServer server = RedisServer.start();
        OpenStore store = new OpenStore(settings(server))) {
      store.untilAvailable();
      assertThat(store.charges().take("budget", DAY, 1)).isEqualTo(Outcome.TOO_EARLY);
      RateLimiter limiter = store.limiter("new", BOTH);
      long began = System.nanoTime();
      Rejected refused = (Rejected) limiter.acquire(Duration.ZERO);
      assertThat(refused).isEqualTo(new Rejected(CLOSURE, RedisRateLimiter.CLOSED));
      exchange(permit(limiter));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(CLOSURE);
    }
  }

  @Test
  void what_living_processes_have_sent_counts_after_a_restart_that_lost_everything()
      throws Exception {
    try (RedisServer server = RedisServer.start();
        OpenStore one = new OpenStore(settings(server));
        OpenStore other = new OpenStore(settings(server))) {
      sendByBoth(one, other);
      server.kill();
      one.untilAway();
      other.untilAway();
      server.startAgain();
      one.untilAvailable();
      other.untilAvailable();
      assertThat(one.limiter("both", BOTH).acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
      untilLeft(one, 5);
      exchange(permit(one.limiter("both", BOTH)));
      assertThat(left(other)).contains(4);
      assertThat(one.charges().take("budget", DAY, 3)).isEqualTo(Outcome.TOO_EARLY);
      RedisServer.until(() -> one.charges().take("budget", DAY, 3) == Outcome.COUNTED);
      assertThat(other.charges().take("budget", DAY, 3)).isEqualTo(Outcome.REACHED);
    }
  }

  @Test
  void what_living_processes_have_sent_counts_after_all_keys_were_deleted() throws Exception {
    try (RedisServer server = RedisServer.start();
        OpenStore one = new OpenStore(settings(server));
        OpenStore other = new OpenStore(settings(server))) {
      sendByBoth(one, other);
      server.commands().flushall();
      // By the heartbeat of each, and nobody else asks.
      RedisServer.until(
          () ->
              server.commands().zcard("telproof:{both}:held:3600000") == 4
                  && "2"
                      .equals(server.commands().hget("telproof:{budget}:charges:" + DAY, "total")));
      untilLeft(one, 5);
      assertThat(one.availability()).isEmpty();
    }
  }

  private static void sendByBoth(OpenStore one, OpenStore other) throws InterruptedException {
    for (OpenStore each : new OpenStore[] {one, other}) {
      exchange(permit(each.limiter("both", BOTH)));
      exchange(permit(each.limiter("both", BOTH)));
      RedisServer.until(() -> each.charges().take("budget", DAY, 3) == Outcome.COUNTED);
    }
    assertThat(one.charges().used("budget", DAY)).hasValue(2);
  }

  @Test
  void with_persistence_what_dead_processes_have_sent_counts_after_a_restart_as_well()
      throws Exception {
    try (RedisServer server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always")) {
      try (OpenStore dies = new OpenStore(settings(server))) {
        exchange(permit(dies.limiter("both", BOTH)));
        exchange(permit(dies.limiter("both", BOTH)));
        RedisServer.until(() -> dies.charges().take("budget", DAY, 3) == Outcome.COUNTED);
      }
      server.kill();
      server.startAgain();
      try (OpenStore lives = new OpenStore(settings(server))) {
        lives.untilAvailable();
        RateLimiter limiter = lives.limiter("both", BOTH);
        assertThat(((Rejected) limiter.acquire(Duration.ZERO)).retryAfter()).isEqualTo(CLOSURE);
        untilLeft(lives, 7);
        assertThat(lives.charges().used("budget", DAY)).hasValue(1);
      }
    }
  }

  @Test
  void who_asks_while_nothing_is_given_has_its_turn_by_rounds_over_the_processes()
      throws Exception {
    RateLimits limits = RateLimits.of(SHORT);
    try (RedisServer server = RedisServer.start();
        OpenStore busy = new OpenStore(settings(server));
        OpenStore quiet = new OpenStore(settings(server))) {
      quiet.untilAvailable();
      for (int i = 0; i < 4; i++) {
        exchange(permit(busy.limiter("rounds", limits)));
      }
      server.commands().flushall();
      List<Future<Admission>> asked = new ArrayList<>();
      for (OpenStore store : List.of(busy, busy, busy, quiet, quiet, quiet)) {
        asked.add(asking(store.limiter("rounds", limits), PATIENCE));
        RedisServer.until(() -> Line.of(server, "rounds").length() == asked.size());
      }
      Line.of(server, "rounds").isByRounds(3);
      for (Future<Admission> each : asked) {
        assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Permit.class);
      }
    }
  }

  private static void untilLeft(OpenStore store, int left) {
    RedisServer.until(() -> left(store).equals(Optional.of(left)));
  }

  private static Optional<Integer> left(OpenStore store) {
    return Optional.ofNullable(store.limiter("both", BOTH).left().get(HOURLY));
  }

  @Test
  void a_script_that_Redis_has_forgotten_is_told_again_also_where_nobody_waits_for_its_reply()
      throws Exception {
    try (RedisServer server = RedisServer.start();
        OpenStore store = new OpenStore(settings(server))) {
      RateLimiter limiter = store.limiter("both", BOTH);
      exchange(permit(limiter));
      var permit = permit(limiter);
      server.commands().scriptFlush();
      exchange(permit);
      // Unsaid, it would count for hold longer.
      RedisServer.until(() -> Integer.valueOf(6).equals(limiter.left().get(SHORT)));
      untilLeft(store, 7);
      assertThat(store.availability()).isEmpty();
    }
  }
}
