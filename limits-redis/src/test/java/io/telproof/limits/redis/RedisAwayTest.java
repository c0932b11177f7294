package io.telproof.limits.redis;

import static io.telproof.limits.redis.Exchanges.PATIENCE;
import static io.telproof.limits.redis.Exchanges.asking;
import static io.telproof.limits.redis.Exchanges.exchange;
import static io.telproof.limits.redis.Exchanges.permit;
import static io.telproof.limits.redis.Exchanges.sendAllThereAre;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.testkit.CapturedLogs;
import io.telproof.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done while Redis cannot be asked, by the real clocks. */
@Tag("redis-away")
final class RedisAwayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final RateLimits SIX = RateLimits.of(new RateLimit(6, Duration.ofMillis(300)));
  private static final RateLimits HOURLY = RateLimits.of(RateLimit.of("1/h"));

  private final RedisServer server = RedisServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private StoreSettings settings() {
    return StoreSettings.of(server.url()).quick();
  }

  @Test
  void who_asks_while_Redis_was_never_there_is_refused_and_served_once_it_is() throws Exception {
    server.kill();
    try (OpenStore store = new OpenStore(settings())) {
      RateLimiter limiter = store.limiter("later", SIX);
      Rejected refused = (Rejected) limiter.acquire(PATIENCE);
      assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
      assertThat(limiter.left()).isEmpty();
      assertThat(store.charges().take("budget", DAY, 1)).isEqualTo(Outcome.AWAY);
      assertThat(store.charges().used("budget", DAY)).isEmpty();
      assertThat(store.availability()).containsExactly(false);
      server.startAgain();
      store.untilAvailable();
      exchange(permit(limiter));
      assertThat(store.availability()).containsExactly(false, true);
    }
  }

  @Test
  void who_waits_is_refused_at_once_when_Redis_ends() throws Exception {
    server.open("telproof", "waits");
    StoreSettings patient = StoreSettings.of(server.url()).commandTimeout(Duration.ofSeconds(1));
    try (OpenStore store = new OpenStore(patient)) {
      RateLimiter limiter = store.limiter("waits", HOURLY);
      exchange(limiter);
      List<Future<Admission>> waiting =
          List.of(asking(limiter, Duration.ofHours(5)), asking(limiter, Duration.ofHours(5)));
      RedisServer.until(() -> server.commands().zcard("telproof:{waits}:line") == 2);
      server.kill();
      for (Future<Admission> each : waiting) {
        assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            .isInstanceOfSatisfying(
                Rejected.class,
                refused -> {
                  assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                  assertThat(refused.reason()).contains("cannot be asked", "telproof.limits");
                });
      }
    }
  }

  @Test
  void who_waits_is_refused_soon_while_Redis_stands_still_and_served_when_it_goes_on()
      throws Exception {
    try (OpenStore store = new OpenStore(settings())) {
      RateLimiter limiter = store.limiter("still", HOURLY);
      RateLimiter idle = store.limiter("idle", SIX);
      exchange(limiter);
      exchange(idle);
      Future<Admission> waiting = asking(limiter, Duration.ofHours(5));
      RedisServer.until(() -> server.commands().zcard("telproof:{still}:line") == 1);
      server.pause();
      assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Rejected.class);
      assertThat(idle.acquire(PATIENCE)).isInstanceOf(Rejected.class);
      server.goOn();
      store.untilAvailable();
      assertThat(idle.acquire(PATIENCE)).isInstanceOf(Permit.class);
      assertThat(store.availability()).containsExactly(false, true);
    }
  }

  @Test
  void who_comes_again_once_Redis_is_back_has_its_turn_by_rounds_over_the_processes()
      throws Exception {
    VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));
    server.open("telproof", "rounds");
    try (OpenStore early = new OpenStore(settings(), time);
        OpenStore late = new OpenStore(settings(), time)) {
      early.untilAvailable();
      late.untilAvailable();
      exchange(early.limiter("rounds", HOURLY));
      server.pause();
      early.untilAway();
      late.untilAway();
      server.goOn();
      early.untilAvailable();
      late.untilAvailable();
      askThriceEach("rounds", early, late);
      Line.of(server, "rounds").isByRounds(3);
      // Later on it is first come, first served.
      time.advance(Duration.ofSeconds(3));
      askThriceEach("rounds", late, early);
      List<String> all = Line.of(server, "rounds").processes();
      assertThat(all.subList(6, 12).stream().distinct()).hasSize(2);
      assertThat(Set.copyOf(all.subList(6, 9))).hasSize(1);
      assertThat(Set.copyOf(all.subList(9, 12))).hasSize(1);
    }
  }

  /** One process after the other, and each is in the line before the next one asks. */
  private void askThriceEach(String key, OpenStore... stores) {
    for (OpenStore store : stores) {
      for (int i = 0; i < 3; i++) {
        int before = Line.of(server, key).length();
        Future<Admission> unused = asking(store.limiter(key, HOURLY), Duration.ofHours(50));
        RedisServer.until(() -> Line.of(server, key).length() == before + 1);
      }
    }
  }

  @Test
  void a_process_keeps_to_its_share_from_when_nothing_else_counts_until_Redis_is_back()
      throws Exception {
    // For a machine on which time passes between one look and the next.
    Duration hold = Duration.ofSeconds(2);
    try (OpenStore store = new OpenStore(settings().hold(hold).share(2))) {
      RateLimiter limiter = store.limiter("share", SIX);
      exchange(limiter);
      server.kill();
      store.untilAway();
      Rejected early = (Rejected) limiter.acquire(PATIENCE);
      assertThat(early.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofMillis(2320));
      RedisServer.until(() -> admits(limiter));
      // The one above has not used its slot.
      assertThat(sendAllThereAre(limiter)).isEqualTo(3);
      Future<Admission> waiting = asking(store.limiter("share", SIX), PATIENCE);
      server.startAgain();
      assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Permit.class);
      store.untilAvailable();
      RedisServer.until(() -> limiter.left().equals(Map.of(SIX.all().get(0), 6)));
    }
  }

  private static boolean admits(RateLimiter limiter) {
    try {
      if (limiter.acquire(Duration.ZERO) instanceof Permit permit) {
        permit.close();
        return true;
      }
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_limiter_gives_nothing_after_shares_were_used_until_they_count_no_longer()
      throws Exception {
    // For a machine on which time passes between one look and the next.
    Duration hold = Duration.ofSeconds(2);
    try (OpenStore store = new OpenStore(settings().hold(hold).share(2));
        OpenStore fresh = new OpenStore(settings().hold(hold))) {
      RateLimiter limiter = store.limiter("closed", SIX);
      RateLimiter elsewhere = fresh.limiter("closed", SIX);
      exchange(limiter);
      server.pause();
      store.untilAway();
      RedisServer.until(() -> admits(limiter));
      exchange(limiter);
      server.goOn();
      fresh.untilAvailable();
      store.untilAvailable();
      Rejected refused = (Rejected) elsewhere.acquire(Duration.ZERO);
      assertThat(refused.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofMillis(2321));
      assertThat(elsewhere.left().values()).containsExactly(0);
    }
  }

  @Test
  void a_limit_of_which_a_share_leaves_nothing_is_refused() throws Exception {
    server.kill();
    try (OpenStore store = new OpenStore(settings().share(2))) {
      RateLimiter limiter = store.limiter("small", HOURLY);
      Rejected refused = (Rejected) limiter.acquire(PATIENCE);
      assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
      assertThat(refused.reason()).contains("(connection refused; look at telproof.limits)");
    }
  }

  @Test
  void what_a_process_has_sent_by_Redis_counts_against_its_share_of_a_long_limit()
      throws Exception {
    RateLimits both = RateLimits.of(new RateLimit(6, Duration.ofMillis(300)), RateLimit.of("8/h"));
    try (OpenStore store = new OpenStore(settings().share(2))) {
      RateLimiter limiter = store.limiter("long", both);
      exchange(limiter);
      exchange(limiter);
      exchange(limiter);
      server.kill();
      store.untilAway();
      RedisServer.until(() -> admits(limiter));
      assertThat(sendAllThereAre(limiter)).isEqualTo(1);
      server.startAgain();
      store.untilAvailable();
      RedisServer.until(() -> Integer.valueOf(4).equals(limiter.left().get(RateLimit.of("8/h"))));
    }
  }

  @Test
  void a_charge_whose_reply_did_not_come_is_not_counted_when_Redis_is_back() throws Exception {
    try (OpenStore store = new OpenStore(settings())) {
      store.untilAvailable();
      RedisServer.until(() -> store.charges().take("budget", DAY, 5) == Outcome.COUNTED);
      server.pause();
      assertThat(store.charges().take("budget", DAY, 5)).isEqualTo(Outcome.AWAY);
      server.goOn();
      store.untilAvailable();
      assertThat(store.charges().used("budget", DAY)).hasValue(1);
    }
  }

  @Test
  void a_charge_that_is_given_back_while_Redis_is_away_is_given_back_when_it_is_back()
      throws Exception {
    try (OpenStore store = new OpenStore(settings())) {
      store.untilAvailable();
      RedisServer.until(() -> store.charges().take("budget", DAY, 5) == Outcome.COUNTED);
      server.pause();
      store.untilAway();
      store.charges().giveBack("budget", DAY);
      server.goOn();
      store.untilAvailable();
      assertThat(store.charges().used("budget", DAY)).hasValue(0);
    }
  }

  @Test
  void Redis_that_is_lost_and_back_is_logged_once_each_and_says_no_password() throws Exception {
    try (RedisServer guarded = RedisServer.start("--requirepass", "a-secret-word");
        CapturedLogs logs = CapturedLogs.open();
        OpenStore store =
            new OpenStore(
                StoreSettings.of(guarded.url()).quick().password("a-secret-word").share(4))) {
      RateLimiter limiter = store.limiter("logged", SIX);
      exchange(limiter);
      guarded.kill();
      store.untilAway();
      for (int i = 0; i < 20; i++) {
        assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
      }
      guarded.startAgain();
      store.untilAvailable();
      List<String> lines =
          logs.lines().stream().filter(line -> line.matches("(?s)[A-Z]+ io\\.telproof.*")).toList();
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0))
          .startsWith("WARN io.telproof.limits.redis.RedisConnection")
          .contains("the limits' Redis cannot be asked (", "one of 4 parts of each limit");
      assertThat(lines.get(1)).startsWith("INFO ").contains("the limits' Redis is back");
      // At TRACE, Lettuce prints whatever it sends. Java 25 prints how this test starts its server.
      assertThat(
              logs.lines().stream()
                  .filter(line -> !line.startsWith("TRACE io.lettuce"))
                  .filter(line -> !line.startsWith("DEBUG java.lang.ProcessBuilder")))
          .noneMatch(line -> line.contains("a-secret-word"));
    }
  }

  @Test
  void a_user_who_may_too_little_is_told_once_by_the_word_of_Redis() throws Exception {
    try (RedisServer guarded = RedisServer.start("--requirepass", "a-secret-word");
        CapturedLogs logs = CapturedLogs.open();
        OpenStore store = new OpenStore(StoreSettings.of(guarded.url()).password("another-word"))) {
      RateLimiter limiter = store.limiter("refused", SIX);
      assertThat(limiter.acquire(PATIENCE)).isInstanceOf(Rejected.class);
      assertThat(logs.lines().stream().filter(line -> line.startsWith("WARN io.telproof")))
          .singleElement()
          .asString()
          .contains("(WRONGPASS: it refuses the user or the password)")
          .doesNotContain("another-word");
    }
  }

  @Test
  void why_Redis_is_away_is_told_to_people_for_as_long_as_it_is_so() throws Exception {
    try (RedisServer guarded = RedisServer.start("--requirepass", "a-secret-word");
        OpenStore store =
            new OpenStore(StoreSettings.of(guarded.url()).quick().password("a-secret-word"));
        OpenStore stranger =
            new OpenStore(StoreSettings.of(guarded.url()).quick().password("another-word"))) {
      store.untilAvailable();
      assertThat(store.away()).isEmpty();
      RedisServer.until(() -> stranger.away().isPresent());
      assertThat(stranger.away())
          .hasValue(
              "the limits' Redis cannot be asked (WRONGPASS: it refuses the user or the password);"
                  + " there are no permits and no budget is spent until it is back");
      guarded.kill();
      RedisServer.until(() -> says(stranger, "(connection refused)"));
      RedisServer.until(() -> store.away().isPresent());
      assertThat(store.away().orElseThrow())
          .doesNotContain("127.0.0.1", "a-secret-word", guarded.url());
      guarded.startAgain();
      store.untilAvailable();
      assertThat(store.away()).isEmpty();
      RedisServer.until(() -> says(stranger, "(WRONGPASS: "));
    }
  }

  @Test
  void a_right_that_is_missing_is_told_as_such() throws Exception {
    try (RedisServer open = RedisServer.start()) {
      open.commands()
          .dispatch(
              AclLine.ACL,
              AclLine.output(),
              AclLine.args("user limits on >a-secret-word ~telproof:* -@all +ping"));
      open.commands()
          .dispatch(
              AclLine.ACL,
              AclLine.output(),
              AclLine.args(
                  "user scripts on >a-secret-word ~telproof:* -@all +ping +eval +evalsha +time"));
      for (String user : List.of("limits", "scripts")) {
        try (OpenStore store =
            new OpenStore(
                StoreSettings.of(open.url()).quick().user(user).password("a-secret-word"))) {
          RedisServer.until(() -> store.away().isPresent());
          assertThat(store.away().orElseThrow())
              .contains("(NOPERM: the user lacks a right")
              .doesNotContain(user + " ", "a-secret-word");
        }
      }
    }
  }

  private static boolean says(OpenStore store, String words) {
    return store.away().filter(away -> away.contains(words)).isPresent();
  }

  @Test
  void a_permit_that_is_out_can_be_closed_after_its_store() throws Exception {
    OpenStore store = new OpenStore(settings());
    RateLimiter limiter = store.limiter("closing", SIX);
    Permit sent = permit(limiter);
    Permit unsent = permit(limiter);
    store.close();
    sent.sent();
    sent.close();
    unsent.close();
    assertThat(limiter.acquire(PATIENCE)).isInstanceOf(Rejected.class);
    assertThat(store.availability()).isEmpty();
  }
}
