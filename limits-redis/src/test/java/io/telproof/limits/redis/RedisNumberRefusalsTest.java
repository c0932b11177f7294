package io.telproof.limits.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refusals of two processes. */
final class RedisNumberRefusalsTest {
  private final RedisServer server = RedisServer.start();
  private final OpenStore one = new OpenStore(StoreSettings.of(server.url()));
  private final OpenStore other = new OpenStore(StoreSettings.of(server.url()));
  private final Instant now = Time.system().now().truncatedTo(ChronoUnit.MILLIS);

  @AfterEach
  void close() {
    one.close();
    other.close();
    server.close();
  }

  private void untilBothAreConnected() {
    one.untilAvailable();
    other.untilAvailable();
  }

  @Test
  void what_one_process_was_refused_the_other_knows_until_it_ends() {
    untilBothAreConnected();
    Instant end = now.plusSeconds(60);
    one.refusals().add("a-hash", end);
    RedisServer.until(() -> other.refusals().until("a-hash").isPresent());
    assertThat(other.refusals().until("a-hash")).contains(end);
    assertThat(other.refusals().until("another-hash")).isEmpty();
    one.refusals().add("short", Time.system().now().plusMillis(300));
    RedisServer.until(() -> other.refusals().until("short").isPresent());
    RedisServer.until(() -> other.refusals().until("short").isEmpty());
    // Redis forgets by the millisecond, and this one by its own clock.
    RedisServer.until(() -> one.refusals().until("short").isEmpty());
  }

  @Test
  void while_Redis_is_away_each_process_knows_what_it_was_refused_itself() {
    untilBothAreConnected();
    Instant end = now.plusSeconds(60);
    one.refusals().add("before", end);
    server.kill();
    one.untilAway();
    one.refusals().add("meanwhile", end);
    assertThat(one.refusals().until("before")).contains(end);
    assertThat(one.refusals().until("meanwhile")).contains(end);
    assertThat(other.refusals().until("before")).isEmpty();
  }

  @Test
  void beyond_the_bound_what_ends_soonest_is_forgotten_and_all_is_when_the_last_has_ended() {
    untilBothAreConnected();
    RedisConnection connection = connection();
    NumberRefusals bounded =
        new RedisNumberRefusals(new NoRefusals(), "bounded", connection, Time.system(), 3);
    for (int i = 0; i < 5; i++) {
      bounded.add("hash-" + i, now.plusSeconds(100 + (i * 7) % 5));
    }
    RedisServer.until(() -> bounded.until("hash-4").isPresent());
    assertThat(server.commands().zrange("bounded:refusals", 0, -1))
        .containsExactly("hash-1", "hash-4", "hash-2");
    assertThat(Duration.ofMillis(server.commands().pttl("bounded:refusals")))
        .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(105));
    connection.close();
  }

  private RedisConnection connection() {
    RedisConnection connection =
        new RedisConnection(
            StoreSettings.of(server.url()).settings(),
            new LimitStoreEnvironment(Time.system(), available -> {}),
            "");
    connection.start();
    RedisServer.until(() -> connection.state().isAvailable());
    return connection;
  }

  private static final class NoRefusals implements NumberRefusals {
    @Override
    public void add(String number, Instant until) {}

    @Override
    public Optional<Instant> until(String number) {
      return Optional.empty();
    }
  }
}
