package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.client.internal.config.Problems;
import io.telproof.client.internal.event.CompositeListener;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account is allowed stands in the configuration, is kept to, and is shown. */
final class LimitsInConfigurationTest {
  private static final String MAIN = "type = limited, account = a, secret-key = CanaryKey0815";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final LimitedProvider.Factory factory = new LimitedProvider.Factory();
  private final List<String> heard = new ArrayList<>();

  @TempDir private Path folder;

  private static String main(String limits) {
    return "telproof.providers.main { " + MAIN + "\nlimits { " + limits + "\n} }\n";
  }

  private Telproof open(String text) {
    ClientListener listener =
        new ClientListener() {
          @Override
          public void limited(
              String provider, String operation, RateLimits limits, RateLimiter limiter) {
            heard.add(provider + " " + operation + " " + limits);
          }
        };
    return Telproof.builder(Telproof.loadConfig(file(text)))
        .only(List.of(factory))
        .time(time)
        .listener(listener)
        .open();
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("app.conf"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> problems(String text) {
    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> open(text));
    assertThat(wrong).as("expected problems in: %s", text).isNotNull();
    assertThat(wrong.getMessage()).doesNotContain("Canary");
    assertThat(factory.opened)
        .as("what was opened is closed, once")
        .allMatch(provider -> provider.closed == 1);
    return wrong.problems().stream()
        .map(
            each ->
                each.path().replace("telproof.providers.", "")
                    + ": "
                    + each.says().replace(folder + "/", "")
                    + " ("
                    + each.where().replace(folder + "/", "")
                    + ")")
        .toList();
  }

  private static void use(RateLimiter limiter, int permits) throws InterruptedException {
    for (int i = 0; i < permits; i++) {
      Permit permit = (Permit) limiter.acquire(Duration.ZERO);
      permit.sent();
      permit.close();
    }
  }

  @Test
  void a_check_and_an_operation_have_the_limits_that_are_said_and_all_of_them_hold()
      throws InterruptedException {
    try (Telproof telproof = open(main("tenure = [100/day, 50/s], LineStatus = 7/s"))) {
      assertThat(heard).containsExactly("main LineStatus 7/s", "main LineAge 50/s, 100/day");
      assertThat(telproof.routed(CheckType.TENURE)).isTrue();
      LimitedProvider provider = factory.opened.get(0);
      use(provider.age, 50);
      assertThat(provider.age.acquire(Duration.ofMillis(900)))
          .isInstanceOf(RateLimiter.Rejected.class);
      use(provider.status, 7);
      assertThat(provider.status.acquire(Duration.ofMillis(900)))
          .isInstanceOf(RateLimiter.Rejected.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quota { tenure = 50/s } | quota: unknown key; did you mean limits?",
        "limit { tenure = 50/s } | limit: unknown key; did you mean limits?",
        "tenure = 50/s | tenure: is a limit of this account; put it into limits { tenure = … }",
        "LineAge = [50/s] | LineAge: is a limit of this account; put it into limits { LineAge = … }",
      })
  void limits_under_another_name_or_beside_their_block_are_told_where_they_belong(
      String line, String says) {
    assertThat(problems("telproof.providers.main { " + MAIN + "\n" + line + " }"))
        .singleElement()
        .asString()
        .startsWith("main." + says);
  }

  @Test
  void what_is_not_said_is_as_the_module_says() {
    open(main("tenure = 50/s")).close();
    assertThat(heard).containsExactly("main LineStatus 20/s", "main LineAge 50/s");
  }

  @Test
  void travel_goes_with_a_rate_or_alone_with_the_modules_own() {
    open(main(
            "tenure { rate = [25/s, 10000/day], travel = 50ms }\n"
                + "phone-status { travel = 0s }"))
        .close();
    assertThat(heard)
        .containsExactly(
            "main LineStatus 20/s (travel 0 ms)", "main LineAge 25/s, 10000/day (travel 50 ms)");
  }

  @Test
  void the_block_of_an_operation_may_have_its_rate_alone() {
    open(main("LineAge { rate = 5000/h }")).close();
    assertThat(heard).contains("main LineAge 5000/h");
  }

  @Test
  void ten_seconds_of_travel_are_the_most() {
    open(main("tenure { travel = 10s }")).close();
    assertThat(heard).contains("main LineAge 20/s (travel 10000 ms)");
  }

  /** What stands in the block, the key that is wrong, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "tenure = 50 | tenure | expected a number of requests, from 1 to 999999999, and a period:"
            + " s, min, h or day, as in 25/s or 10000/day",
        "tenure = 50/m | tenure | and a period: s, min, h or day",
        "tenure = 200/hour | tenure | and a period: s, min, h or day",
        "tenure = -5/s | tenure | expected a number of requests",
        "tenure = 0/s | tenure | expected a number of requests",
        "tenure = CanarySecret | tenure | expected a number of requests",
        "tenure = \"${CANARY}\" | tenure | a variable becomes its value only",
        "tenure = ${NO_SUCH} | tenure | refers to ${NO_SUCH}, which is not set",
        "tenure = null | tenure | is null",
        "tenure = \"25/s, 10000/day\" | tenure | is one text; write a list, as in [25/s, 10000/day]",
        "tenure = [] | tenure | expected one limit or more, as in 25/s",
        "tenure = [25/s, 50] | tenure | expected a number of requests",
        "tenure = [{ rate = 25/s }] | tenure | expected a limit, as in 25/s, or a list of limits,"
            + " as in [25/s, 10000/day], or a block with rate or travel",
        "tenure = [25/s, 50/s] | tenure | 25/s and 50/s are two limits of one period; give one of"
            + " them",
        "tenure = [25/s, 10/day] | tenure | 10/day leaves nothing of 25/s, which can never be used;"
            + " leave it out",
        "tenure {} | tenure | is empty; give it rate, travel or both",
        "tenure { rate = 50 } | tenure.rate | expected a number of requests",
        "tenure { rate { a = 1 } } | tenure.rate | expected a limit, as in 25/s, or a list of limits",
        "tenure { rate = [25/s, 50/s] } | tenure.rate | two limits of one period",
        "tenure { travel = 10001ms } | tenure.travel | must be 0 to 10 seconds",
        "tenure { travel = -1ms } | tenure.travel | must be 0 to 10 seconds",
        "tenure { travel = 50 } | tenure.travel | has no unit",
        "tenure { rte = 50/s } | tenure.rte | unknown key; did you mean rate?",
        "tenur = 50/s | tenur | unknown key; did you mean tenure?",
        "lineage = 50/s | lineage | unknown key; did you mean LineAge?",
        "kept = 5/s | kept | unknown key; a key is a check or an operation, and main offers"
            + " phone-status (LineStatus), tenure (LineAge)",
        "identity-match = 50/s | identity-match | main does not offer identity-match; it offers"
            + " phone-status (LineStatus), tenure (LineAge)",
        "tenure = 50/s, LineAge = 50/s | LineAge | is the operation of tenure, which has a limit"
            + " here too; give one",
      })
  void a_limit_that_cannot_be_right_is_told_at_its_key(String limits, String key, String says) {
    assertThat(problems(main(limits)))
        .singleElement()
        .asString()
        .startsWith("main.limits." + key + ": ")
        .contains(says)
        .endsWith(" (app.conf: 2)");
  }

  @Test
  void a_block_that_is_none_is_told() {
    assertThat(problems("telproof.providers.main { " + MAIN + ", limits = 50/s }"))
        .containsExactly("main.limits: expected a block in braces (app.conf: 1)");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_also_beside_other_settings() {
    assertThat(
            problems(
                """
                telproof.providers.main {
                  type = limited, account = a
                  limits {
                    tenure = 50
                    phone-status = [1/s, 2/s]
                  }
                }
                """))
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).startsWith("main.secret-key: is missing"),
            told -> assertThat(told).startsWith("main.limits.tenure: ").endsWith("(app.conf: 4)"),
            told ->
                assertThat(told)
                    .startsWith("main.limits.phone-status: ")
                    .endsWith("(app.conf: 5)"));
    assertThat(problems(main("tenur = 5/s\nphone-statu = 5/s"))).hasSize(2);
  }

  @Test
  void the_form_is_looked_at_whatever_the_type_is() {
    assertThat(problems("telproof.providers.main {\n type = nobody\n limits { tenure = 50 } }"))
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).startsWith("main.type: no module offers it"),
            told -> assertThat(told).startsWith("main.limits.tenure: expected a number"));
  }

  @Test
  void a_setting_of_an_earlier_version_is_told_what_to_write_now() {
    assertThat(problems("telproof.providers.main { " + MAIN + "\nper-second = 50 }"))
        .containsExactly(
            "main.per-second: per-second is called limits { tenure = 50/s } now; rename it"
                + " (app.conf: 2)");
  }

  private Problems examined(String text) {
    TelproofBuilder builder =
        Telproof.builder(Telproof.loadConfig(file(text))).only(List.of(factory)).fromOutside();
    ClientBootstrap read = new ClientBootstrap(builder, new CompositeListener(List.of()));
    read.close();
    return read.problems;
  }

  @Test
  void an_application_is_judged_from_outside_by_the_same_words() {
    assertThat(examined(main("tenur = 50/s")).list())
        .singleElement()
        .hasFieldOrPropertyWithValue("says", "unknown key; did you mean tenure?");
  }

  private static String two(String first, String second) {
    return "telproof.providers.one { "
        + MAIN
        + "\n"
        + first
        + " }\ntelproof.providers.two { "
        + MAIN
        + "\n"
        + second
        + " }\n";
  }

  @Test
  void two_names_of_one_account_that_say_the_same_share_it() throws InterruptedException {
    try (Telproof telproof =
        open(two("limits { tenure = 50/s }", "limits { LineAge { rate = 50/s } }"))) {
      assertThat(telproof.offers()).containsOnlyKeys("one", "two");
      use(factory.opened.get(0).age, 30);
      assertThat(factory.opened.get(1).age.left()).containsEntry(RateLimit.perSecond(50), 20);
    }
  }

  @Test
  void two_names_of_one_account_with_two_limits_are_told_with_the_places_of_both() {
    assertThat(problems(two("limits { tenure = 50/s }", "limits { LineAge = 25/s }")))
        .containsExactly(
            "two.limits.LineAge: LineAge is limited to 25/s here and to 50/s by one (app.conf: 2),"
                + " and the vendor counts both together; say the same in both (app.conf: 4)");
  }

  @Test
  void a_limit_that_only_one_of_two_names_says_is_told_whichever_it_is() {
    assertThat(problems(two("limits { tenure = 50/s }", "")))
        .containsExactly(
            "two.limits: LineAge is limited to 20/s here and to 50/s by one (app.conf: 2), and the"
                + " vendor counts both together; say the same in both (app.conf: 3)");
    factory.opened.clear();
    assertThat(problems(two("", "limits { tenure { travel = 1s } }")))
        .containsExactly(
            "two.limits.tenure: LineAge is limited to 20/s (travel 1000 ms) here and to 20/s by one"
                + " (by its module), and the vendor counts both together; say the same in both"
                + " (app.conf: 4)");
  }

  @Test
  void all_operations_that_two_names_contradict_each_other_in_are_told_at_once() {
    assertThat(
            problems(
                two(
                    "limits { tenure = 50/s, phone-status = 50/s }",
                    "limits { tenure = 25/s, phone-status = 25/s }")))
        .hasSize(2);
  }

  @Test
  void the_limits_in_force_are_told_and_what_the_configuration_says_of_them() {
    try (Telproof telproof = open(main("tenure { rate = [25/s, 10000/day], travel = 50ms }"))) {
      assertThat(telproof.offers().get("main"))
          .extracting(offer -> offer.operation() + " " + offer.limits())
          .containsExactly("LineStatus 20/s", "LineAge 25/s, 10000/day (travel 50 ms)");
      AccountLimits said = telproof.limits("main");
      assertThat(telproof.offers().get("main")).extracting(said::has).containsExactly(false, true);
      assertThatIllegalArgumentException().isThrownBy(() -> telproof.limits("nobody"));
    }
  }

  @Test
  void a_report_has_every_limit_in_force_with_its_place() {
    Problems examined =
        examined(
            main("tenure = [10000/day, 25/s]")
                + "telproof.providers.ali { "
                + MAIN.replace("= a", "= b")
                + "\nlimits { LineAge { travel = 50ms } } }");
    assertThat(examined.list()).isEmpty();
    assertThat(examined.settings())
        .filteredOn(setting -> setting.path().contains(".limits."))
        .filteredOn(setting -> setting.path().contains(".providers."))
        .extracting(
            setting ->
                setting.path().replace("telproof.providers.", "")
                    + " "
                    + setting.value()
                    + " "
                    + setting.where().replace(folder + "/", ""))
        .containsExactlyInAnyOrder(
            "main.limits.tenure 25/s, 10000/day app.conf: 2",
            "main.limits.phone-status 20/s module limited",
            "main.limits.*.travel 20ms telproof-reference.conf",
            "ali.limits.LineAge.travel 50ms app.conf: 5",
            "ali.limits.LineAge.rate 20/s module limited",
            "ali.limits.phone-status 20/s module limited",
            "ali.limits.*.travel 20ms telproof-reference.conf");
  }

  @Test
  void the_standard_travel_is_reported_only_where_something_has_it_and_nobody_said_so() {
    Problems examined =
        examined(
            main("tenure { travel = 50ms }\nphone-status { travel = 20ms }")
                + "telproof.providers.ali { "
                + MAIN.replace("= a", "= b")
                + " }");
    assertThat(examined.settings())
        .extracting(setting -> setting.path() + " " + setting.value())
        .filteredOn(line -> line.contains("travel"))
        .containsExactlyInAnyOrder(
            "telproof.providers.main.limits.tenure.travel 50ms",
            "telproof.providers.main.limits.phone-status.travel 20ms",
            "telproof.providers.ali.limits.*.travel 20ms");
  }

  /** One permit of each limit is taken. */
  private static RateLimiters oneTaken() {
    return (key, limits) ->
        new RateLimiter() {
          @Override
          public Admission acquire(Duration within) {
            return new Rejected(within);
          }

          @Override
          public Map<RateLimit, Integer> left() {
            return limits.all().stream()
                .collect(Collectors.toMap(each -> each, each -> each.permits() - 1));
          }
        };
  }

  @Test
  void without_a_word_of_what_is_left_an_explanation_tells_the_limit_alone() {
    Path file = file(main("tenure = 25/s"));
    try (Telproof telproof =
        Telproof.builder(Telproof.loadConfig(file))
            .only(List.of(factory))
            .rateLimiters((key, limits) -> within -> new RateLimiter.Rejected(within))
            .open()) {
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .endsWith("by the only provider that offers it; its limit is 25/s");
    }
  }

  @Test
  void an_explanation_tells_the_limits_in_force_and_what_is_left_of_each() {
    String spare = "telproof.providers.spare { " + MAIN.replace("= a", "= b") + " }\n";
    Path file =
        file(
            main("tenure = [25/s, 10000/day]")
                + spare
                + "telproof.routes.tenure = [main, spare]\n"
                + "telproof.routes.phone-status { primary = main, shadow = spare, sample = 5%,"
                + " budget = 9/day }");
    try (Telproof telproof =
        Telproof.builder(Telproof.loadConfig(file))
            .only(List.of(factory))
            .time(time)
            .rateLimiters(oneTaken())
            .open()) {
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains(
              "main: NEXT, it is asked first, by ",
              "; its limit is 25/s, 10000/day, left now: 24 of 25/s, 9999 of 10000/day",
              "spare: NOT_REACHED, somebody before it is asked first; its limit is 20/s, left now:"
                  + " 19 of 20/s");
      assertThat(telproof.explain(CheckType.PHONE_STATUS).toString())
          .contains("spare: SHADOW, it is asked beside them, for 5%; its limit is 20/s, left now:");
    }
  }
}
