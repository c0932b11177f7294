package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.config.Percentage;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes as an application writes them, and the whole chain behind them. */
class RoutesTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final ScriptedProvider ali = new ScriptedProvider("ali", time, time::advance);
  private final ScriptedProvider small =
      new ScriptedProvider("small", time, time::advance, CheckType.PHONE_STATUS);

  private TelproofBuilder builder(String routes) {
    return Telproof.builder(ConfigFactory.parseString(routes))
        .time(time)
        .only(List.of())
        .provider(main)
        .provider(ali)
        .provider(small);
  }

  private Telproof open(String routes) {
    return builder(routes).open();
  }

  private List<Problem> problems(String routes) {
    return catchThrowableOfType(ConfigurationException.class, () -> open(routes)).problems();
  }

  @Test
  void a_vendor_that_is_down_is_repeated_then_left_and_all_of_it_is_on_the_receipt() {
    main.fails(3, FailureKind.UNAVAILABLE);
    try (Telproof telproof = open("telproof.routes.phone-status = [main, ali]")) {
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(NUMBER);
      assertThat(answer.receipt().provider()).isEqualTo("ali");
      assertThat(answer.receipt().earlier())
          .hasSize(3)
          .allMatch(attempt -> attempt.provider().equals("main"));
    }
  }

  @Test
  void a_wait_for_a_permit_that_would_outlast_the_time_given_goes_to_the_next_provider_at_once() {
    main.waits(Duration.ofSeconds(30));
    try (Telproof telproof = open("telproof.routes.phone-status = [main, ali]")) {
      Answer<PhoneStatus> answer =
          telproof.phoneStatus().check(NUMBER, CallContext.within(Duration.ofSeconds(10)));
      assertThat(answer.receipt().provider()).isEqualTo("ali");
      assertThat(answer.receipt().earlier())
          .extracting(each -> each.failure().orElseThrow())
          .containsExactly(FailureKind.THROTTLED);
      assertThat(time.passed()).isEqualTo(Duration.ofMillis(20));
    }
  }

  @Test
  void a_patient_caller_does_not_queue_for_the_first_provider_while_the_next_one_is_idle() {
    main.waits(Duration.ofMillis(2_900));
    try (Telproof telproof = open("telproof.routes.phone-status = [main, ali]")) {
      Answer<PhoneStatus> answer =
          telproof.phoneStatus().check(NUMBER, CallContext.within(Duration.ofSeconds(30)));
      assertThat(answer.receipt().provider()).isEqualTo("ali");
      assertThat(time.passed()).isEqualTo(Duration.ofMillis(20));
    }
  }

  @Test
  void a_route_says_how_long_a_permit_is_worth_waiting_for() {
    try (Telproof telproof =
        open("telproof.routes.phone-status { primary = [main, ali, small], max-wait = 2s }")) {
      CallContext patient = CallContext.within(Duration.ofSeconds(30));
      main.waits(Duration.ofMillis(1_900));
      assertThat(telproof.phoneStatus().check(NUMBER, patient).receipt().provider())
          .isEqualTo("main");
      main.waits(Duration.ofMillis(2_100));
      ali.waits(Duration.ofMillis(2_100));
      small.waits(Duration.ofSeconds(20));
      assertThat(telproof.phoneStatus().check(NUMBER, patient).receipt().provider())
          .as("the last one is waited for as long as there is time")
          .isEqualTo("small");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primary = [main, ali], max-wait = soon|expected a duration",
        "primary = [main, ali], max-wait = -1s|must be 0s or more",
        "primary = main, max-wait = 1s|nobody is asked after main",
      })
  void what_is_wrong_with_a_wait_is_said(String route, String says) {
    assertThat(problems("telproof.routes.tenure { " + route + " }"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.routes.tenure.max-wait");
              assertThat(problem.says()).contains(says);
            });
  }

  @Test
  void the_number_of_attempts_is_a_setting() {
    main.fails(9, FailureKind.UNAVAILABLE);
    try (Telproof telproof = open("telproof { routes.phone-status = main, retry.attempts = 5 }")) {
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.phoneStatus().check(NUMBER))
          .satisfies(failure -> assertThat(failure.earlier()).hasSize(4));
    }
  }

  @Test
  void a_vendor_whose_breaker_is_open_is_skipped_without_a_wait() {
    main.fails(100, FailureKind.UNAVAILABLE);
    try (Telproof telproof = open("telproof.routes.phone-status = [main, ali]")) {
      for (int i = 0; i < 10; i++) {
        assertThat(telproof.phoneStatus().check(NUMBER)).isInstanceOf(Answer.Known.class);
      }
      int asked = main.asked.size();
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(NUMBER);
      assertThat(main.asked).hasSize(asked);
      assertThat(answer.receipt().earlier())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.reason()).contains("breaker is open");
                assertThat(attempt.elapsed()).isZero();
              });
      assertThat(telproof.explain(CheckType.PHONE_STATUS, answer.receipt()).steps())
          .extracting(Step::provider, Step::part)
          .startsWith(tuple("main", Part.SKIPPED), tuple("ali", Part.ANSWERED))
          .contains(tuple("small", Part.NOT_ROUTED));
      assertThat(telproof.explain(CheckType.PHONE_STATUS).toString())
          .contains("main: SKIPPED, its breaker is open for 30 s more")
          .contains("ali: NEXT");
      assertThat(telproof.breakers())
          .contains(new BreakerStatus(CheckType.PHONE_STATUS, "main", BreakerState.OPEN));
    }
  }

  @Test
  void breakers_can_be_switched_off() {
    main.fails(100, FailureKind.UNAVAILABLE);
    try (Telproof telproof =
        open("telproof { routes.phone-status = main, breaker.enabled = false }")) {
      for (int i = 0; i < 20; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.phoneStatus().check(NUMBER))
            .withMessageContaining("by the script");
      }
      assertThat(telproof.breakers()).isEmpty();
    }
  }

  @Test
  void explain_tells_who_is_not_needed_not_routed_and_not_offering() {
    try (Telproof telproof = open("telproof.routes.tenure = [ali, main]")) {
      Answer<?> answer = telproof.tenure().check(TenureQuery.of(NUMBER));
      assertThat(telproof.explain(CheckType.TENURE, answer.receipt()).toString().lines())
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("tenure:"),
              line -> assertThat(line).contains("ali: ANSWERED").contains("String: 1"),
              line -> assertThat(line).contains("main: NOT_REACHED"),
              line -> assertThat(line).contains("small: NOT_OFFERED"));
    }
  }

  @Test
  void explain_tells_why_nobody_answered() {
    main.fails(1, FailureKind.INDETERMINATE);
    try (Telproof telproof = open("telproof.routes.tenure = [main, ali]")) {
      VerificationException failure =
          catchThrowableOfType(
              VerificationException.class, () -> telproof.tenure().check(TenureQuery.of(NUMBER)));
      assertThat(telproof.explain(CheckType.TENURE, failure).toString())
          .contains("main: FAILED, INDETERMINATE: by the script, charge POSSIBLE")
          .contains("ali: NOT_REACHED");
    }
  }

  @Test
  void a_check_without_a_route_says_which_one_to_add() {
    try (Telproof telproof = open("")) {
      assertThat(telproof.routed(CheckType.TENURE)).isFalse();
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(telproof::tenure)
          .withMessageContaining("telproof.routes.tenure")
          .withMessageContaining("as in routes { tenure = main }");
    }
  }

  @Test
  void what_is_not_for_end_users_is_asked_only_where_a_route_or_the_caller_names_it() {
    small.restricts(CheckType.PHONE_STATUS);
    TelproofBuilder alone =
        Telproof.builder(ConfigFactory.empty()).time(time).only(List.of()).provider(small);
    try (Telproof telproof = alone.open()) {
      assertThat(telproof.routed(CheckType.PHONE_STATUS)).isFalse();
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(telproof::phoneStatus)
          .withMessageContaining(
              "it is offered by small, and not for end users: Op registers a contact of the owner;"
                  + " to ask it all the same, add routes { phone-status = small }");
      assertThat(telproof.only("small").phoneStatus().check(NUMBER).receipt().provider())
          .isEqualTo("small");
    }
    try (Telproof telproof = open("telproof.routes.phone-status = small")) {
      assertThat(telproof.phoneStatus().check(NUMBER).receipt().provider()).isEqualTo("small");
    }
  }

  @Test
  void the_only_provider_for_end_users_needs_no_route_and_is_the_one_that_is_suggested() {
    main.restricts(CheckType.TENURE);
    try (Telproof telproof = open("")) {
      assertThat(telproof.tenure().check(NUMBER).receipt().provider()).isEqualTo("ali");
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains("main: NOT_ROUTED, it is not on telproof.routes.tenure");
    }
    main.restricts(CheckType.PHONE_STATUS);
    try (Telproof telproof = open("")) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(telproof::phoneStatus)
          .withMessageContaining("more than one provider offers it: main, ali, small")
          .withMessageContaining("as in routes { phone-status = ali }");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shadow = ali, sample = 5%|budget|is missing",
        "shadow = ali, budget = 9/day|sample|is missing",
        "shadow = ali, sample = 0%, budget = 9/day|sample|5%",
        "shadow = ali, sample = 101%, budget = 9/day|sample|5%",
        "shadow = ali, sample = 5%, budget = 9/week|budget|100/day",
        "shadow = small, sample = 5%, budget = 9/day|shadow|small does not offer tenure",
        "shadow = main, sample = 5%, budget = 9/day|shadow|main is asked first anyway",
      })
  void what_is_wrong_with_a_shadow_is_said(String rest, String key, String says) {
    assertThat(problems("telproof.routes.tenure { primary = main, " + rest + " }"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.routes.tenure." + key);
              assertThat(problem.says()).contains(says);
            });
  }

  @Test
  void a_shadow_is_asked_beside_the_route_within_its_budget_and_its_cost_is_told()
      throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void shadowAsked(CheckType check, String shadow, Charge charge) {
            told.add(shadow + " " + charge);
          }

          @Override
          public void shadowed(
              CheckType check, String primary, String shadow, Agreement agreement) {
            told.add(primary + " " + shadow + " " + agreement);
          }
        };
    try (Telproof telproof =
        builder(
                "telproof.routes.tenure"
                    + " { primary = main, shadow = ali, sample = 100%, budget = 2/day }")
            .listener(listener)
            .open()) {
      for (int i = 0; i < 2; i++) {
        assertThat(telproof.tenure().check(NUMBER).receipt().provider()).isEqualTo("main");
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("ali CHARGED");
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("main ali AGREED");
      }
      telproof.tenure().check(NUMBER);
      assertThat(telproof.agreements().get(CheckType.TENURE))
          .satisfies(report -> assertThat(report.agreement()).isEqualTo(1.0));
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains("ali: SHADOW, it is asked beside them, for 100%");
    }
    assertThat(told).isEmpty();
    assertThat(ali.asked).hasSize(2);
  }

  /** With two vendors, whom to compare with is the one to fall back on. */
  @Test
  void the_next_provider_of_a_route_is_its_shadow_where_the_first_answered_and_never_asked_twice()
      throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void shadowed(
              CheckType check, String primary, String shadow, Agreement agreement) {
            told.add(primary + " " + shadow + " " + agreement);
          }
        };
    try (Telproof telproof =
        builder(
                "telproof.routes.tenure"
                    + " { primary = [main, ali], shadow = ali, sample = 100%, budget = 9/day }")
            .listener(listener)
            .open()) {
      main.fails(1, FailureKind.ACCOUNT);
      assertThat(telproof.tenure().check(NUMBER).receipt().provider()).isEqualTo("ali");
      assertThat(ali.asked).hasSize(1);
      assertThat(telproof.tenure().check(NUMBER).receipt().provider()).isEqualTo("main");
      assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("main ali AGREED");
      assertThat(ali.asked).hasSize(2);
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains("ali: NOT_REACHED, somebody before it is asked first")
          .contains("it is asked beside main too, for 100%");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void a_third_provider_as_shadow_is_compared_with_the_first_alone() {
    Route route =
        new Route(
            CheckType.TENURE,
            List.of("main", "ali", "spare"),
            Optional.of(new ShadowRoute("spare", Percentage.of("5%"), ChargesPerDay.of("9/day"))),
            Optional.empty(),
            "a line");
    assertThat(route.compares(receipt("main"))).isTrue();
    assertThat(route.compares(receipt("ali"))).isFalse();
    assertThat(route.compares(receipt("spare"))).isFalse();
    Route beside =
        new Route(
            CheckType.TENURE,
            List.of("main", "ali"),
            route.shadow(),
            Optional.empty(),
            route.where());
    assertThat(beside.compares(receipt("main"))).isTrue();
    assertThat(beside.compares(receipt("ali"))).isTrue();
  }

  private Receipt receipt(String provider) {
    return Receipt.unsent(provider, "Op", time.now());
  }

  @Test
  void one_provider_can_be_asked_whatever_the_routes_say() {
    try (Telproof telproof = open("telproof.routes.phone-status = main")) {
      assertThat(telproof.only("ali").phoneStatus().check(NUMBER).receipt().provider())
          .isEqualTo("ali");
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> telproof.only("small").tenure())
          .withMessageContaining("small does not offer tenure; offered by: main, ali");
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> telproof.only("nobody"))
          .withMessageContaining("configured: main, ali, small");
    }
  }

  @Test
  void a_budget_is_shared_by_all_uses_of_a_client_and_nothing_is_sent_beyond_it() {
    try (Telproof telproof =
        open("telproof { routes.tenure = [main, ali], budgets { tenure = 3/day, zone = UTC } }")) {
      telproof.tenure().check(NUMBER);
      telproof.only("ali").tenure().check(NUMBER);
      main.fails(3, FailureKind.UNAVAILABLE);
      telproof.tenure().check(NUMBER);
      int asked = main.asked.size() + ali.asked.size();
      VerificationException refused =
          catchThrowableOfType(VerificationException.class, () -> telproof.tenure().check(NUMBER));
      assertThat(refused.kind()).isEqualTo(FailureKind.QUOTA);
      assertThat(refused.earlier()).isEmpty();
      assertThat(main.asked.size() + ali.asked.size()).isEqualTo(asked);
      time.advance(Duration.ofDays(1));
      assertThat(telproof.tenure().check(NUMBER)).isInstanceOf(Answer.Known.class);
    }
  }

  @Test
  void explain_knows_a_budget_that_is_reached_and_until_when() {
    try (Telproof telproof =
        open("telproof { routes.tenure = [main, ali], budgets { tenure = 1/day, zone = UTC } }")) {
      telproof.tenure().check(NUMBER);
      time.advance(Duration.ofHours(20));
      assertThat(telproof.explain(CheckType.TENURE).steps())
          .extracting(Step::provider, Step::part)
          .startsWith(tuple("main", Part.SKIPPED), tuple("ali", Part.SKIPPED));
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains(
              "main: SKIPPED, the configured budget of 1 charges a day for tenure is reached; it"
                  + " opens again in 4 h 0 min at the latest");
      time.advance(Duration.ofHours(4));
      assertThat(telproof.explain(CheckType.TENURE).toString()).contains("main: NEXT");
    }
  }

  @Test
  void explain_knows_a_shadow_whose_budget_is_reached_and_a_breaker_that_is_half_open()
      throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void shadowed(
              CheckType check, String primary, String shadow, Agreement agreement) {
            told.add(shadow);
          }
        };
    try (Telproof telproof =
        builder(
                "telproof { budgets.zone = UTC, routes.tenure"
                    + " { primary = main, shadow = ali, sample = 100%, budget = 1/day } }")
            .listener(listener)
            .open()) {
      telproof.tenure().check(NUMBER);
      assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("ali");
      main.fails(30, FailureKind.UNAVAILABLE);
      for (int i = 0; i < 10; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.tenure().check(NUMBER));
      }
      time.advance(Duration.ofHours(1));
      assertThat(telproof.explain(CheckType.TENURE).toString())
          .contains("main: NEXT, it is asked first")
          .contains("its breaker is half open: a few questions are let through, to see how it is")
          .contains(
              "ali: SHADOW, it is asked beside them, for 100%; its budget of 1/day is reached");
    }
  }

  @Test
  void a_kept_answer_is_given_again_and_says_so() {
    try (Telproof telproof =
        open("telproof { routes.tenure = main, cache.tenure = 10m, coalesce = [tenure] }")) {
      telproof.tenure().check(NUMBER);
      Answer<?> again = telproof.tenure().check(NUMBER);
      assertThat(again.receipt().origin()).isEqualTo(AnswerOrigin.CACHED);
      assertThat(again.receipt().charge()).isEqualTo(Charge.FREE);
      assertThat(main.asked).hasSize(1);
      assertThat(telproof.explain(CheckType.TENURE, again.receipt()).toString())
          .contains("its answer of 2026-01-01T00:00:00.010Z was kept");
      time.advance(Duration.ofMinutes(10));
      telproof.tenure().check(NUMBER);
      assertThat(main.asked).hasSize(2);
    }
  }

  @Test
  void a_closed_client_says_so_at_once_and_asks_nobody() {
    Telproof telproof = open("telproof { routes.phone-status = [main, ali], cache.tenure = 10m }");
    telproof.only("main").tenure().check(NUMBER);
    PhoneStatusCheck before = telproof.phoneStatus();
    telproof.close();
    main.asked.clear();
    Duration passed = time.passed();
    for (int i = 0; i < 30; i++) {
      closed(() -> before.check(NUMBER));
      closed(() -> telproof.phoneStatus().check(NUMBER));
      closed(() -> telproof.only("main").tenure().check(NUMBER));
      closed(() -> telproof.only("ali").tenure().check(NUMBER));
    }
    assertThat(List.of(main, ali)).allMatch(each -> each.asked.isEmpty());
    assertThat(time.passed()).isEqualTo(passed);
    assertThat(telproof.breakers()).allMatch(each -> each.state() == BreakerState.CLOSED);
  }

  private static void closed(ThrowingCallable question) {
    VerificationException refused = catchThrowableOfType(VerificationException.class, question);
    assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(refused.charge()).isEqualTo(Charge.FREE);
    assertThat(refused.earlier()).isEmpty();
    assertThat(refused.failure().skipped()).isTrue();
    assertThat(refused).hasMessageContaining("the client is closed; nothing was sent");
  }

  @Test
  void what_is_contributed_is_closed_once_with_the_client() {
    open("").close();
    assertThat(List.of(main, ali, small)).allMatch(each -> each.closed == 1);
  }
}
