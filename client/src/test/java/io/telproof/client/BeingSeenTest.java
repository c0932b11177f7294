package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.CodeClaim;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Interceptors, listeners, audit records and the logging context. */
class BeingSeenTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final String KEYED =
      "telproof { routes.code-verification = main, audit.hash-key = \"0123456789abcdef\" }";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final List<String> seen = new ArrayList<>();
  private final List<AuditRecord> records = new ArrayList<>();

  private TelproofBuilder builder(String config) {
    return Telproof.builder(ConfigFactory.parseString(config))
        .time(time)
        .only(List.of())
        .provider(main);
  }

  private TelproofBuilder builder() {
    return builder("");
  }

  @AfterEach
  void clearContext() {
    MDC.clear();
  }

  /** Notes when it is entered and left. */
  private final class PathLog implements Interceptor {
    private final String name;

    private PathLog(String name) {
      this.name = name;
    }

    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      seen.add(name + " in");
      try {
        return next.check(query, context);
      } finally {
        seen.add(name + " out");
      }
    }
  }

  @Test
  void interceptors_stand_around_a_question_in_the_order_of_their_list() {
    try (Telproof telproof =
        builder().interceptor(new PathLog("outer")).interceptor(new PathLog("inner")).open()) {
      telproof.phoneStatus().check(NUMBER);
    }
    assertThat(seen).containsExactly("outer in", "inner in", "inner out", "outer out");
  }

  @Test
  void an_interceptor_can_ask_once_and_no_more() {
    Interceptor twice =
        new Interceptor() {
          @Override
          public <Q, V> Answer<V> intercept(
              CheckType check, Q query, CallContext context, Check<Q, V> next) {
            next.check(query, context);
            return next.check(query, context);
          }
        };
    try (Telproof telproof = builder().interceptor(twice).audit(records::add).open()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> telproof.phoneStatus().check(NUMBER))
          .withMessageContaining("a question costs money");
      assertThat(main.asked).hasSize(1);
      assertThat(records)
          .singleElement()
          .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("BROKEN"));
    }
  }

  @Test
  void the_time_that_an_interceptor_takes_is_the_callers() {
    Interceptor slow =
        new Interceptor() {
          @Override
          public <Q, V> Answer<V> intercept(
              CheckType check, Q query, CallContext context, Check<Q, V> next) {
            time.advance(Duration.ofSeconds(4));
            return next.check(query, context);
          }
        };
    try (Telproof telproof = builder().interceptor(slow).interceptor(slow).open()) {
      telproof.phoneStatus().check(NUMBER, CallContext.within(Duration.ofSeconds(10)));
      assertThat(main.asked).extracting(CallContext::within).containsExactly(Duration.ofSeconds(2));
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(
              () -> telproof.phoneStatus().check(NUMBER, CallContext.within(Duration.ofSeconds(8))))
          .satisfies(
              failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
                assertThat(failure.charge()).isEqualTo(Charge.FREE);
                assertThat(failure.failure().skipped()).isTrue();
              });
      assertThat(main.asked).hasSize(1);
    }
  }

  @Test
  void the_correlation_id_stands_in_the_logging_context_for_as_long_as_the_question_lasts() {
    Interceptor reading =
        new Interceptor() {
          @Override
          public <Q, V> Answer<V> intercept(
              CheckType check, Q query, CallContext context, Check<Q, V> next) {
            seen.add(MDC.get(Telproof.CORRELATION_ID));
            return next.check(query, context);
          }
        };
    CallContext context =
        new CallContext(Duration.ofSeconds(10), "order-17", Optional.of("sign-up"));
    try (Telproof telproof = builder().interceptor(reading).open()) {
      telproof.phoneStatus().check(NUMBER, context);
      assertThat(MDC.get(Telproof.CORRELATION_ID)).isNull();
      MDC.put(Telproof.CORRELATION_ID, "of the application");
      telproof.phoneStatus().check(NUMBER, context);
      assertThat(MDC.get(Telproof.CORRELATION_ID)).isEqualTo("of the application");
    }
    assertThat(seen).containsExactly("order-17", "order-17");
  }

  @Test
  void each_question_has_one_audit_record_whatever_came_of_it() {
    main.fails(1, FailureKind.UNAVAILABLE).lacks(Gap.NO_RECORD, Charge.CHARGED);
    main.fails(1, FailureKind.INDETERMINATE);
    CallContext context =
        new CallContext(Duration.ofSeconds(10), "order-17", Optional.of("sign-up"));
    try (Telproof telproof = builder().audit(records::add).open()) {
      telproof.phoneStatus().check(NUMBER, context);
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.phoneStatus().check(NUMBER, context));
      telproof.phoneStatus().check(NUMBER, context);
    }
    assertThat(records)
        .extracting(AuditRecord::outcome)
        .containsExactly("NO_RECORD", "INDETERMINATE", "KNOWN");
    assertThat(records)
        .extracting(AuditRecord::charge)
        .containsExactly(Charge.CHARGED, Charge.POSSIBLE, Charge.CHARGED);
    assertThat(records)
        .allSatisfy(
            entry -> {
              assertThat(entry.check()).isEqualTo(CheckType.PHONE_STATUS);
              assertThat(entry.correlationId()).isEqualTo("order-17");
              assertThat(entry.purpose()).contains("sign-up");
              assertThat(entry.provider()).isEqualTo("main");
              assertThat(entry.origin()).isEqualTo(AnswerOrigin.FRESH);
              assertThat(entry.subject()).matches("[0-9a-f]{32}");
              assertThat(entry.toString()).doesNotContain("13800138000");
            });
    assertThat(records.get(0).at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(records.get(0).earlier()).hasSize(1);
    assertThat(records.get(2).answer()).contains("PhoneStatus[state=ACTIVE, carrier=unknown]");
  }

  @Test
  void the_same_number_has_the_same_hash_under_the_same_key_and_another_under_another() {
    for (String config : List.of(KEYED, KEYED, KEYED.replace("0123", "3210"), "")) {
      try (Telproof telproof = builder(config).audit(records::add).open()) {
        telproof.codeVerification().check(CodeClaim.of(NUMBER, "123456"));
        telproof.phoneStatus().check(NUMBER);
      }
    }
    List<String> hashes = records.stream().map(AuditRecord::subject).toList();
    assertThat(hashes.subList(0, 4)).containsOnly(hashes.get(0));
    assertThat(List.of(hashes.get(0), hashes.get(4), hashes.get(6))).doesNotHaveDuplicates();
  }

  @Test
  void a_listener_that_throws_harms_neither_the_question_nor_another_listener_nor_a_secret() {
    try (LogCapture logs = new LogCapture();
        Telproof telproof =
            builder()
                .audit(
                    entry -> {
                      throw new IllegalStateException("about +8613800138000");
                    })
                .audit(records::add)
                .listener(
                    new ClientListener() {
                      @Override
                      public void answered(
                          CheckType check,
                          CallContext context,
                          Optional<Gap> gap,
                          Receipt receipt,
                          Duration elapsed) {
                        throw new IllegalStateException("about +8613800138000");
                      }
                    })
                .open()) {
      assertThat(telproof.phoneStatus().check(NUMBER)).isInstanceOf(Answer.Known.class);
      assertThat(records).hasSize(1);
      assertThat(logs.lines())
          .filteredOn(line -> line.startsWith("WARN"))
          .hasSize(2)
          .allMatch(line -> line.contains("threw java.lang.IllegalStateException"));
      assertThat(logs.lines()).noneMatch(line -> line.contains("13800138000"));
    }
  }

  @Test
  void a_listener_hears_of_opening_answers_failures_and_breakers() {
    main.fails(30, FailureKind.UNAVAILABLE);
    ClientListener listener =
        new ClientListener() {
          @Override
          public void opened(Telproof telproof) {
            seen.add("opened with " + telproof.breakers().size() + " breakers");
          }

          @Override
          public void answered(
              CheckType check,
              CallContext context,
              Optional<Gap> gap,
              Receipt receipt,
              Duration elapsed) {
            seen.add("answered in " + elapsed.toMillis());
          }

          @Override
          public void failed(
              CheckType check, CallContext context, Failure failure, Duration elapsed) {
            seen.add(failure.kind().name());
          }

          @Override
          public void breaker(CheckType check, String provider, BreakerState state) {
            seen.add(check.key() + " of " + provider + " " + state);
          }
        };
    try (Telproof telproof = builder().listener(listener).open()) {
      for (int i = 0; i < 10; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.phoneStatus().check(NUMBER));
      }
      main.script.clear();
      telproof.tenure().check(NUMBER);
    }
    assertThat(seen)
        .startsWith("opened with " + CheckType.values().length + " breakers", "UNAVAILABLE")
        .contains("phone-status of main OPEN")
        .endsWith("answered in 10");
  }

  @Test
  void a_breaker_that_opens_and_one_that_closes_again_are_logged_where_operators_look() {
    main.fails(30, FailureKind.UNAVAILABLE);
    try (Telproof telproof = builder().open();
        LogCapture logs = new LogCapture()) {
      for (int i = 0; i < 10; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.phoneStatus().check(NUMBER));
      }
      time.advance(Duration.ofHours(1));
      for (int i = 0; i < 3; i++) {
        telproof.phoneStatus().check(NUMBER);
      }
      assertThat(logs.lines())
          .filteredOn(line -> line.startsWith("WARN ") || line.startsWith("INFO "))
          .satisfiesExactly(
              line -> assertThat(line).contains("phone-status of main failed too often"),
              line ->
                  assertThat(line)
                      .startsWith("INFO ")
                      .contains("phone-status of main is well again and is asked"));
    }
  }

  @Test
  void a_builder_opens_one_client_only() {
    TelproofBuilder builder = builder();
    builder.open().close();
    assertThatIllegalStateException().isThrownBy(builder::open);
  }

  @Test
  void a_clock_of_the_application_dates_receipts_and_leaves_waits_alone() {
    java.time.Clock clock =
        java.time.Clock.fixed(Instant.parse("2030-05-05T00:00:00Z"), java.time.ZoneOffset.UTC);
    try (Telproof telproof = builder().clock(clock).audit(records::add).open()) {
      telproof.phoneStatus().check(NUMBER);
      assertThat(records.get(0).at()).isEqualTo(clock.instant());
      assertThat(records.get(0).elapsed()).isEqualTo(Duration.ofMillis(10));
    }
  }

  @Test
  void two_providers_of_one_name_are_refused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> builder().provider(new ScriptedProvider("main", time, time::advance)).open());
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> builder("telproof.providers.main { type = any }").open())
        .withMessageContaining("the application gives a provider of this name itself");
    assertThatIllegalArgumentException().isThrownBy(() -> builder().open().only("nobody"));
  }
}
