package io.telproof.limits.redis;

import static io.telproof.limits.redis.Exchanges.asking;
import static io.telproof.limits.redis.Exchanges.exchange;
import static io.telproof.limits.redis.Exchanges.permit;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.http.CaFile;
import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** By whom and by which way Redis may be asked. */
final class RedisAccessTest {
  /** As docs/limits.md has it: whoever changes one changes the other. */
  private static final String ACL =
      "user limits on >a-secret-word resetkeys ~telproof:* resetchannels -@all +ping +eval +evalsha"
          + " +info +time +hmget +hset +hget +hincrby +pexpire +pttl +zadd +zrem +zrank +zrange"
          + " +zcard +zcount +zscore +zrangebyscore +zremrangebyscore +zremrangebyrank";

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final RateLimits LIMITS =
      RateLimits.of(new RateLimit(2, Duration.ofMillis(300)), RateLimit.of("1000/h"));

  @TempDir private Path directory;

  static List<Path> executables() {
    return RedisServer.executables().toList();
  }

  @ParameterizedTest
  @MethodSource("executables")
  void a_user_who_may_do_what_the_documentation_lists_can_do_everything_and_needs_all_of_it(
      Path executable) throws Exception {
    try (RedisServer server = RedisServer.start(executable)) {
      server.commands().dispatch(AclLine.ACL, AclLine.output(), AclLine.args(ACL));
      server.commands().configResetstat();
      StoreSettings settings =
          StoreSettings.of(server.url()).quick().user("limits").password("a-secret-word");
      try (OpenStore store = new OpenStore(settings)) {
        useEverything(store);
        server.commands().flushall();
        RedisServer.until(() -> server.commands().exists("telproof:{access}:held:3600000") == 1);
        assertThat(store.availability()).isEmpty();
      }
      assertThat(used(server)).containsAll(granted());
    }
  }

  @ParameterizedTest
  @MethodSource("executables")
  void a_url_with_a_database_keeps_everything_there_and_takes_one_right_more(Path executable)
      throws Exception {
    try (RedisServer server = RedisServer.start(executable)) {
      server.commands().dispatch(AclLine.ACL, AclLine.output(), AclLine.args(ACL));
      StoreSettings settings =
          StoreSettings.of(server.url() + "/2").quick().user("limits").password("a-secret-word");
      try (OpenStore store = new OpenStore(settings)) {
        RedisServer.until(() -> store.away().filter(why -> why.contains("NOPERM")).isPresent());
      }
      server
          .commands()
          .dispatch(AclLine.ACL, AclLine.output(), AclLine.args("user limits +select"));
      try (OpenStore store = new OpenStore(settings)) {
        useEverything(store);
        assertThat(server.commands().info("keyspace")).contains("db2:").doesNotContain("db0:");
      }
    }
  }

  private static List<String> granted() {
    return Pattern.compile("\\+(\\w+)").matcher(ACL).results().map(one -> one.group(1)).toList();
  }

  private static List<String> used(RedisServer server) {
    return Pattern.compile("cmdstat_(\\w+)")
        .matcher(server.commands().info("commandstats"))
        .results()
        .map(one -> one.group(1))
        .toList();
  }

  private static void useEverything(OpenStore store) throws Exception {
    RateLimiter limiter = store.limiter("access", LIMITS);
    exchange(permit(limiter));
    permit(limiter).close();
    exchange(permit(limiter));
    var waiting = asking(limiter, Exchanges.PATIENCE);
    exchange((RateLimiter.Permit) waiting.get());
    assertThat(limiter.left().get(RateLimit.of("1000/h"))).isEqualTo(997);
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOfAny(Rejected.class, RedisPermit.class);
    RedisServer.until(() -> store.charges().take("budget", DAY, 1) == Outcome.COUNTED);
    store.charges().giveBack("budget", DAY);
    assertThat(store.charges().used("budget", DAY)).hasValue(0);
    store.refusals().add("a-hash", Time.system().now().plusSeconds(60));
    assertThat(store.refusals().until("another-hash")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("executables")
  void Redis_is_asked_by_TLS_with_a_certificate_of_the_file_and_not_without(Path executable)
      throws Exception {
    HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate own =
        new HeldCertificate.Builder().signedBy(ca).addSubjectAlternativeName("127.0.0.1").build();
    Path caFile = file("ca.pem", ca.certificatePem());
    int port = RedisServer.freePort();
    try (RedisServer server =
        RedisServer.start(
            executable,
            "--tls-port",
            String.valueOf(port),
            "--tls-cert-file",
            file("cert.pem", own.certificatePem()).toString(),
            "--tls-key-file",
            file("key.pem", own.privateKeyPkcs8Pem()).toString(),
            "--tls-ca-cert-file",
            caFile.toString(),
            "--tls-auth-clients",
            "no")) {
      String url = "rediss://127.0.0.1:" + port;
      try (OpenStore store =
          new OpenStore(StoreSettings.of(url).quick().caFile(CaFile.of(caFile.toString())))) {
        exchange(permit(store.limiter("tls", LIMITS)));
        assertThat(server.commands().exists("telproof:{tls}:state")).isEqualTo(1);
      }
      try (OpenStore stranger = new OpenStore(StoreSettings.of(url).quick())) {
        assertThat(stranger.limiter("tls", LIMITS).acquire(Exchanges.PATIENCE))
            .isInstanceOf(Rejected.class);
        assertThat(stranger.availability()).containsExactly(false);
      }
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
