package io.telproof.limits.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.limits.redis.RedisLimitStoreSettings.Away;
import io.telproof.spi.http.CaFile;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisLimitStoreSettingsTest {
  private static final String URL = "redis://127.0.0.1:6379";
  private static final Pattern KEY = Pattern.compile("(?m)^ *# ([a-z0-9-]+) = ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://cache.example",
        "redis://cache.example:6380/2",
        "rediss://cache.example:6379",
        "redis-sentinel://one.example:26379,two.example#main",
        "rediss-sentinel://one.example#main",
      })
  void a_url_of_a_server_or_of_sentinels_is_taken_and_shown(String text) {
    assertThat(RedisUrl.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cache.example",
        "cache.example:6379",
        "redis://",
        "redis-socket:///run/redis.sock",
        "redis-sentinel://one.example:26379",
        "redis://cache.example:port",
      })
  void another_url_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisUrl.of(text))
        .withMessageStartingWith("expected redis://host:6379, rediss://host:6379 for TLS, or")
        .withMessageNotContainingAny("example", "run/redis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redis://secret@cache.example", "rediss://user:secret@cache.example:6379"})
  void a_password_in_the_url_is_refused_because_urls_are_shown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisUrl.of(text))
        .withMessageContainingAll("urls are shown", "as user and password")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | prefix must be 1 to 64 letters, digits, or one of . _ : -",
        "{x} | prefix must be 1 to 64 letters, digits, or one of . _ : -",
      })
  void a_prefix_that_would_not_be_one_word_of_a_key_is_refused(String prefix, String said) {
    assertRefused(StoreSettings.of(URL).prefix(prefix), said);
  }

  @Test
  void what_goes_together_is_asked_for_together() throws IOException {
    assertRefused(
        StoreSettings.of("redis-sentinel://one.example#main").cluster(),
        "cluster = true is without sentinels; give url = \"redis://…\", or leave it out");
    assertRefused(
        StoreSettings.of(URL + "/2").cluster(),
        "url names a database, and a cluster has none; leave out what stands behind the /");
    assertThat(StoreSettings.of(URL + "/0").cluster().settings().isCluster()).isTrue();
    assertRefused(StoreSettings.of(URL).user("limits"), "user needs password as well");
    assertRefused(
        StoreSettings.of(URL).caFile(new CaFile(List.of(certificate()))),
        "ca-file is for TLS; begin url with rediss://, or leave it out");
    assertRefused(
        StoreSettings.of(URL).share(1),
        "share must be 2 or more: how many processes share the limits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared(Optional.of(Away.SHARE), Optional.empty()))
        .withMessage("away = share needs share as well: how many processes share the limits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared(Optional.of(Away.REFUSE), Optional.of(3)))
        .withMessage("share means nothing without away = share; add it, or leave share out");
  }

  private static X509Certificate certificate() {
    return new HeldCertificate.Builder().build().certificate();
  }

  private static RedisLimitStoreSettings shared(Optional<Away> away, Optional<Integer> share) {
    return new RedisLimitStoreSettings(
        RedisUrl.of(URL),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        away,
        share,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void times_out_of_their_range_are_refused_each_at_its_key() {
    assertRefused(
        StoreSettings.of(URL).commandTimeout(Duration.ofMillis(9)),
        "command-timeout must be 10 ms to 10 s");
    assertRefused(
        StoreSettings.of(URL).hold(Duration.ofMinutes(2)), "hold must be 100 ms to 1 minute");
    assertRefused(
        StoreSettings.of(URL).hold(Duration.ofMillis(250)),
        "hold must be longer than command-timeout, or a permit can be over as it comes");
    assertRefused(
        StoreSettings.of(URL).commandTimeout(Duration.ofMinutes(1)).hold(Duration.ZERO),
        "command-timeout must be 10 ms to 10 s\nhold must be 100 ms to 1 minute");
  }

  private static void assertRefused(StoreSettings settings, String said) {
    assertThatIllegalArgumentException().isThrownBy(settings::settings).withMessage(said);
  }

  @Test
  void settings_print_neither_user_nor_password() {
    assertThat(StoreSettings.of(URL).user("limits").password("a-secret-word").settings().toString())
        .contains(URL)
        .doesNotContain("limits", "a-secret-word");
  }

  @Test
  void the_defaults_that_are_shown_are_those_in_force_and_stand_in_the_reference()
      throws IOException {
    RedisLimitStoreSettings unsaid = StoreSettings.of(URL).settings();
    assertThat(new RedisLimitStoreFactory().defaults())
        .containsOnly(
            Map.entry("prefix", unsaid.keyPrefix()),
            Map.entry("away", "refuse"),
            Map.entry("command-timeout", unsaid.timeout().toSeconds() + "s"),
            Map.entry("hold", unsaid.holdTime().toSeconds() + "s"));
    String page = Files.readString(Path.of("src/main/resources/reference.conf"));
    new RedisLimitStoreFactory()
        .defaults()
        .forEach((key, value) -> assertThat(page).contains("  # " + key + " = " + value + "\n"));
  }

  @Test
  void a_share_that_leaves_a_process_nothing_of_a_limit_is_told_with_what_follows() {
    RateLimits both = RateLimits.of(RateLimit.of("20/s"), RateLimit.of("10000/day"));
    assertThat(note(StoreSettings.of(URL).share(21), both))
        .contains(
            "share = 21 leaves each process nothing of 20/s: while Redis is away nothing is asked"
                + " under this limit, and what would be is THROTTLED");
    assertThat(note(StoreSettings.of(URL).share(20), both)).isEmpty();
    assertThat(note(StoreSettings.of(URL), both)).isEmpty();
  }

  private static Optional<String> note(StoreSettings settings, RateLimits limits) {
    return new RedisLimitStoreFactory().note(settings.settings(), limits);
  }

  @Test
  void the_reference_has_every_key_that_is_read_and_no_other() throws IOException {
    String page = Files.readString(Path.of("src/main/resources/reference.conf"));
    assertThat(KEY.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RedisLimitStoreSettings.class.getRecordComponents())
                .map(each -> each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void the_store_is_found_by_the_word_redis() {
    List<String> kinds = new ArrayList<>();
    for (LimitStoreFactory<?> factory : ServiceLoader.load(LimitStoreFactory.class)) {
      kinds.add(factory.kept());
    }
    assertThat(kinds).contains("redis");
  }
}
