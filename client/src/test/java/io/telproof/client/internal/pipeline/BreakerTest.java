package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.BreakerState;
import io.telproof.client.ClientListener;
import io.telproof.client.ScriptedProvider;
import io.telproof.client.internal.config.BreakerSettings;
import io.telproof.client.internal.config.Percentage;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final List<BreakerState> states = new ArrayList<>();
  private final Breakers breakers =
      new Breakers(
          new BreakerSettings(true, 20, 10, Percentage.of("50%"), OPEN, 3),
          time,
          new ClientListener() {
            @Override
            public void breaker(CheckType check, String provider, BreakerState state) {
              states.add(state);
            }
          });
  private final ScriptedProvider main =
      new ScriptedProvider("main", time, time::advance, CheckType.PHONE_STATUS);
  private final Check<PhoneNumber, PhoneStatus> check =
      Stages.check(
          breakers.around(
              Stages.of(main.phoneStatus().orElseThrow()), CheckType.PHONE_STATUS, "main"),
          time);

  private void ask(int times) {
    for (int i = 0; i < times; i++) {
      try {
        check.check(NUMBER);
      } catch (VerificationException e) {
        // Looked at by whoever asks once.
      }
    }
  }

  private VerificationException failure() {
    return catchThrowableOfType(VerificationException.class, () -> check.check(NUMBER));
  }

  private BreakerState state() {
    return breakers.status().get(0).state();
  }

  @ParameterizedTest
  @EnumSource
  void it_opens_for_failures_that_say_that_the_vendor_is_not_well(FailureKind kind) {
    main.fails(10, kind);
    ask(10);
    boolean ill =
        kind == FailureKind.UNAVAILABLE
            || kind == FailureKind.INDETERMINATE
            || kind == FailureKind.PROTOCOL;
    assertThat(state()).isEqualTo(ill ? BreakerState.OPEN : BreakerState.CLOSED);
  }

  @Test
  void a_loss_for_want_of_time_does_not_open_it() {
    Failure lost =
        Failure.of(FailureKind.INDETERMINATE, "main", "Op", "lost").withShortOfTime(true);
    for (int i = 0; i < 20; i++) {
      main.script.add(new ScriptedProvider.Line.Breaks(new VerificationException(lost)));
    }
    ask(20);
    assertThat(state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void while_it_is_open_nothing_is_asked_and_the_failure_says_when_to_come_back() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    time.advance(Duration.ofSeconds(10));
    VerificationException refused = failure();
    assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(refused.getMessage()).contains("breaker is open").contains("nothing was sent");
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(main.asked).hasSize(10);
  }

  @Test
  void fewer_failures_than_asked_for_leave_it_closed() {
    main.fails(9, FailureKind.UNAVAILABLE);
    ask(9);
    assertThat(state()).as("fewer than ten questions").isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void a_smaller_share_of_failures_leaves_it_closed() {
    for (int i = 0; i < 40; i++) {
      ask(3);
      main.fails(2, FailureKind.UNAVAILABLE);
      ask(2);
    }
    assertThat(state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void after_its_time_it_lets_a_few_through_and_closes_where_they_are_answered() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    time.advance(OPEN.plusNanos(1));
    ask(2);
    assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);
    ask(1);
    assertThat(states)
        .containsExactly(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED);
    assertThat(main.asked).hasSize(13);
  }

  @Test
  void once_its_time_is_over_it_is_half_open_though_nobody_asks() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    time.advance(OPEN);
    assertThat(state()).as("the library lets nothing through yet").isEqualTo(BreakerState.OPEN);
    assertThat(failure().retryAfter()).hasValueSatisfying(wait -> assertThat(wait).isPositive());
    time.advance(Duration.ofNanos(1));
    assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);
    time.advance(Duration.ofHours(1));
    assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);
    assertThat(states).containsExactly(BreakerState.OPEN);
  }

  @Test
  void while_its_trials_are_under_way_it_says_so_and_when_to_come_back() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    time.advance(OPEN.plusNanos(1));
    Breaker breaker = breakers.of(CheckType.PHONE_STATUS, "main").orElseThrow();
    for (int trial = 0; trial < 3; trial++) {
      breaker.admit();
    }
    assertThat(failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure()).hasMessageContaining("it is being tried").hasMessageContaining("sent");
    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(main.asked).hasSize(10);
  }

  @Test
  void after_its_time_it_opens_again_where_they_fail() {
    main.fails(13, FailureKind.INDETERMINATE);
    ask(10);
    time.advance(OPEN.plusNanos(1));
    ask(3);
    assertThat(states)
        .containsExactly(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.OPEN);
    ask(50);
    assertThat(main.asked).hasSize(13);
  }

  @Test
  void a_caller_who_gives_up_says_nothing_of_the_vendor() {
    main.fails(10, FailureKind.UNAVAILABLE);
    for (int i = 0; i < 10; i++) {
      Thread.currentThread().interrupt();
      ask(1);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void a_module_that_throws_what_it_must_not_uses_up_no_trial() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    time.advance(OPEN.plusNanos(1));
    for (int i = 0; i < 5; i++) {
      main.breaks(new IllegalStateException("broken"));
      assertThatIllegalStateException().isThrownBy(() -> check.check(NUMBER));
    }
    ask(3);
    assertThat(state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void one_provider_and_check_has_one_breaker_however_often_it_is_asked_for() {
    main.fails(10, FailureKind.UNAVAILABLE);
    ask(10);
    Check<PhoneNumber, PhoneStatus> again =
        Stages.check(
            breakers.around(
                Stages.of(main.phoneStatus().orElseThrow()), CheckType.PHONE_STATUS, "main"),
            time);
    assertThat(
            catchThrowableOfType(
                VerificationException.class, () -> again.check(NUMBER, CallContext.standard())))
        .hasMessageContaining("breaker is open");
    assertThat(breakers.status()).hasSize(1);
  }

  /** Random weather: at no time is a vendor asked while its breaker is open. */
  @Test
  void over_random_weather_an_open_breaker_lets_nothing_through_and_a_well_vendor_comes_back() {
    for (int seed = 0; seed < 50; seed++) {
      HandTime mine = new HandTime("2026-01-01T00:00:00Z");
      ScriptedProvider vendor =
          new ScriptedProvider("main", mine, mine::advance, CheckType.PHONE_STATUS);
      Breakers guarded =
          new Breakers(
              new BreakerSettings(true, 10, 5, Percentage.of("50%"), OPEN, 2),
              mine,
              new ClientListener() {});
      Check<PhoneNumber, PhoneStatus> asked =
          Stages.check(
              guarded.around(
                  Stages.of(vendor.phoneStatus().orElseThrow()), CheckType.PHONE_STATUS, "main"),
              time);
      Random random = new Random(seed);
      for (int i = 0; i < 400; i++) {
        boolean ill = (i / 100) % 2 == 0;
        if (ill && random.nextInt(10) < 8) {
          vendor.fails(1, FailureKind.UNAVAILABLE);
        }
        Breaker breaker = guarded.of(CheckType.PHONE_STATUS, "main").orElseThrow();
        boolean open =
            breaker.status().state() == BreakerState.OPEN && !breaker.remaining().isZero();
        int before = vendor.asked.size();
        try {
          asked.check(NUMBER);
        } catch (VerificationException e) {
          assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        }
        assertThat(open && vendor.asked.size() > before).as("seed %d, %d", seed, i).isFalse();
        mine.advance(Duration.ofMillis(random.nextInt(2_000)));
      }
      vendor.script.clear();
      // A trial that failed before may open it once more.
      for (int i = 0; i < 2; i++) {
        mine.advance(OPEN.plusSeconds(1));
        for (int trial = 0; trial < 2; trial++) {
          try {
            asked.check(NUMBER);
          } catch (VerificationException e) {
            assertThat(e).hasMessageContaining("breaker is open");
          }
        }
      }
      assertThat(guarded.status().get(0).state()).isEqualTo(BreakerState.CLOSED);
    }
  }
}
