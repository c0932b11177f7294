package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.AuditRecord;
import io.telproof.client.BreakerState;
import io.telproof.client.ClientListener;
import io.telproof.client.Outcomes;
import io.telproof.client.ScriptedProvider;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import io.telproof.client.internal.config.BreakerSettings;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.config.Percentage;
import io.telproof.client.internal.event.CompositeListener;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What breaks beside a question that was paid for takes no answer with it. */
class AnswersAreNotLostTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final List<AuditRecord> records = new ArrayList<>();

  static Stream<Runnable> thatBreak() {
    return Stream.of(
        () -> {
          throw new NoClassDefFoundError("about +8613800138000");
        },
        () -> {
          throw new AssertionError("about +8613800138000");
        },
        AnswersAreNotLostTest::overflow,
        () -> sneaky(new Exception("about +8613800138000")));
  }

  /** As a listener may that is written in another language. */
  @SuppressWarnings("unchecked") // The compiler is to believe it.
  private static <E extends Exception> void sneaky(Exception e) throws E {
    throw (E) e;
  }

  @SuppressWarnings("InfiniteRecursion") // That is what it is for.
  private static void overflow() {
    overflow();
  }

  private TelproofBuilder breaking(Runnable how) {
    return Telproof.builder(ConfigFactory.empty())
        .time(time)
        .provider(main)
        .audit(entry -> how.run())
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
                how.run();
              }

              @Override
              public void failed(
                  CheckType check, CallContext context, Failure failure, Duration elapsed) {
                how.run();
              }

              @Override
              public void breaker(CheckType check, String provider, BreakerState state) {
                how.run();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("thatBreak")
  void whatever_a_listener_throws_the_answer_and_the_failure_are_the_callers(Runnable how) {
    try (Telproof telproof = breaking(how).open()) {
      assertThat(telproof.phoneStatus().check(NUMBER).receipt().charge()).isEqualTo(Charge.CHARGED);
      for (int i = 0; i < 9; i++) {
        main.fails(1, FailureKind.INDETERMINATE);
        assertThatThrownBy(() -> telproof.phoneStatus().check(NUMBER))
            .isInstanceOfSatisfying(
                VerificationException.class,
                e -> assertThat(e.charge()).isEqualTo(Charge.POSSIBLE));
      }
      assertThat(records).hasSize(10);
      assertThat(telproof.breakers())
          .filteredOn(breaker -> breaker.check() == CheckType.PHONE_STATUS)
          .allMatch(breaker -> breaker.state() == BreakerState.OPEN);
    }
  }

  @ParameterizedTest
  @MethodSource("thatBreak")
  void nor_is_an_answer_lost_where_the_log_breaks_too(Runnable how) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    UnsynchronizedAppenderBase<ILoggingEvent> broken =
        new UnsynchronizedAppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            overflow();
          }
        };
    broken.start();
    root.addAppender(broken);
    try (Telproof telproof = breaking(how).open()) {
      assertThat(telproof.phoneStatus().check(NUMBER)).isInstanceOf(Answer.Known.class);
      assertThat(records).hasSize(1);
    } finally {
      root.detachAppender(broken);
    }
  }

  @Test
  void that_memory_is_at_its_end_is_passed_on_and_the_logging_context_is_as_before() {
    Runnable out =
        () -> {
          throw new OutOfMemoryError("for the test");
        };
    try (Telproof telproof = breaking(out).open()) {
      assertThatThrownBy(() -> telproof.phoneStatus().check(NUMBER))
          .isInstanceOf(OutOfMemoryError.class);
      assertThat(MDC.get(Telproof.CORRELATION_ID)).isNull();
    }
  }

  /** A time that breaks once a question was put, for as long as it is told to. */
  private static void breaks() {
    throw new IllegalStateException("for the test");
  }

  private static Answer<String> charged() {
    return new Answer.Known<>("it", Outcomes.receipt(Charge.CHARGED));
  }

  @Test
  void a_cache_that_breaks_keeps_nothing_and_takes_nothing() {
    HandTime breaking = HandTime.over(time);
    Check<PhoneNumber, String> kept =
        Stages.check(
            new CacheStage<>(
                Stages.of(
                    (number, context) -> {
                      breaking.atEachUse(AnswersAreNotLostTest::breaks);
                      return charged();
                    }),
                CheckType.PHONE_STATUS,
                Fingerprint.random(),
                Duration.ofMinutes(5),
                10,
                breaking),
            time);
    assertThat(kept.check(NUMBER, CallContext.standard())).isEqualTo(charged());
  }

  @Test
  void a_breaker_that_cannot_be_told_takes_no_failure_that_may_have_cost_something() {
    HandTime breaking = HandTime.over(time);
    Breakers breakers =
        new Breakers(
            new BreakerSettings(true, 2, 2, Percentage.of("50%"), Duration.ofSeconds(30), 1),
            breaking,
            new CompositeListener(List.of()));
    int[] asked = {0};
    Check<PhoneNumber, String> check =
        Stages.check(
            breakers.around(
                Stages.of(
                    (number, context) -> {
                      // The second failure opens the breaker, which reads the clock for it.
                      if (++asked[0] == 2) {
                        breaking.atEachUse(AnswersAreNotLostTest::breaks);
                      }
                      throw Outcomes.failure(FailureKind.INDETERMINATE);
                    }),
                CheckType.PHONE_STATUS,
                "main"),
            time);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> check.check(NUMBER))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.INDETERMINATE));
    }
  }

  @Test
  void a_shadow_that_cannot_be_chosen_takes_no_answer() {
    Random breaking =
        new Random() {
          private static final long serialVersionUID = 1L;

          @Override
          public double nextDouble() {
            throw new AssertionError("for the test");
          }
        };
    ShadowRoute beside = new ShadowRoute("ali", Percentage.of("100%"), new ChargesPerDay(1));
    Check<PhoneNumber, String> shadowed =
        Stages.check(
            new ShadowStage<>(
                Stages.of((number, context) -> charged()),
                Stages.candidate(
                    CheckType.PHONE_STATUS, "ali", (number, context) -> charged(), time),
                new Route(
                    CheckType.PHONE_STATUS,
                    List.of("main"),
                    Optional.of(beside),
                    Optional.empty(),
                    "a line"),
                beside,
                Budgets.local(ChargesPerDay.of("10/day"), ZoneOffset.UTC, time),
                breaking,
                new ShadowExecutor(new CompositeListener(List.of()), Runnable::run),
                time),
            time);
    assertThat(shadowed.check(NUMBER)).isEqualTo(charged());
  }
}
