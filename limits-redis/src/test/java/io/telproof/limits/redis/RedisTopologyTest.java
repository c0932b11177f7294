package io.telproof.limits.redis;

import static io.telproof.limits.redis.Exchanges.exchange;
import static io.telproof.limits.redis.Exchanges.permit;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More than one Redis. */
@Tag("redis-away")
final class RedisTopologyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final RateLimit HOURLY = RateLimit.of("9/h");
  private static final RateLimits BOTH =
      RateLimits.of(new RateLimit(6, Duration.ofMillis(300)), HOURLY);

  static List<Path> executables() {
    return RedisServer.executables().toList();
  }

  @ParameterizedTest
  @MethodSource("executables")
  void a_cluster_keeps_all_that_a_single_server_does(Path executable) throws Exception {
    try (RedisServer server = RedisServer.start(executable, "--cluster-enabled", "yes")) {
      server.commands().clusterAddSlots(IntStream.range(0, 16_384).toArray());
      RedisServer.until(() -> server.commands().clusterInfo().contains("cluster_state:ok"));
      try (OpenStore one = new OpenStore(StoreSettings.of(server.url()).quick().cluster());
          OpenStore other = new OpenStore(StoreSettings.of(server.url()).quick().cluster())) {
        exchange(permit(one.limiter("a/One", BOTH)));
        exchange(permit(other.limiter("a/One", BOTH)));
        exchange(permit(other.limiter("b/Two", BOTH)));
        RedisServer.until(() -> left(one, "a/One") == 7 && left(one, "b/Two") == 8);
        RedisServer.until(() -> one.charges().take("budget", DAY, 1) == Outcome.COUNTED);
        assertThat(other.charges().take("budget", DAY, 1)).isEqualTo(Outcome.REACHED);
        one.refusals().add("a-hash", Time.system().now().plusSeconds(60));
        RedisServer.until(() -> other.refusals().until("a-hash").isPresent());
        assertThat(one.availability()).isEmpty();
        server.pause();
        one.untilAway();
        server.goOn();
        one.untilAvailable();
        exchange(permit(one.limiter("a/One", BOTH)));
      }
    }
  }

  private static int left(OpenStore store, String key) {
    return store.limiter(key, BOTH).left().getOrDefault(HOURLY, -1);
  }

  @Test
  void after_a_failover_the_replica_is_asked_and_knows_what_was_sent() throws Exception {
    try (RedisServer master = RedisServer.start("--repl-diskless-sync-delay", "0");
        RedisServer replica =
            RedisServer.start("--replicaof", "127.0.0.1", String.valueOf(master.port()));
        RedisServer sentinel = RedisServer.sentinelOf(master)) {
      RedisServer.until(() -> replica.commands().info("replication").contains("link_status:up"));
      RedisServer.until(() -> sentinel.sentinelSees("slaves=1"));
      String url = "redis-sentinel://127.0.0.1:" + sentinel.port() + "#main";
      try (OpenStore store = new OpenStore(StoreSettings.of(url).quick())) {
        RateLimiter limiter = store.limiter("failover", BOTH);
        exchange(permit(limiter));
        exchange(permit(limiter));
        master.kill();
        store.untilAway();
        store.untilAvailable();
        assertThat(replica.commands().info("replication")).contains("role:master");
        RedisServer.until(() -> left(store, "failover") == 7);
        exchange(permit(limiter));
        assertThat(store.availability()).containsExactly(false, true);
      }
    }
  }
}
