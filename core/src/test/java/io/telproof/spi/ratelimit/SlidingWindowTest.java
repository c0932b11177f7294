package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a limit when something breaks on the way to a permit, and who is woken when. */
@Timeout(60)
class SlidingWindowTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wherever_the_time_breaks_on_the_way_to_a_permit_none_is_lost(boolean outOfMemory)
      throws InterruptedException {
    SlidingWindow window = new SlidingWindow(limits(2, SECOND), time);
    int broken = 0;
    for (int steps = 0; steps < 40; steps++) {
      Permit one = permit(window);
      permit(window).sent();
      one.sent();
      breakAfter(steps, outOfMemory);
      try {
        ((Permit) window.acquire(HOUR)).close();
      } catch (IllegalStateException | OutOfMemoryError e) {
        broken++;
      }
      mend();
      time.advance(Duration.ofSeconds(3));
      assertThat(window.left().values()).as("after %d steps", steps).containsExactly(2);
    }
    assertThat(broken).isBetween(5, 39);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wherever_the_time_breaks_in_a_permit_what_was_sent_is_counted_and_comes_back(
      boolean outOfMemory) throws InterruptedException {
    for (int steps = 0; steps < 4; steps++) {
      SlidingWindow window = new SlidingWindow(limits(1, SECOND), time);
      Permit permit = permit(window);
      breakAfter(steps, outOfMemory);
      quietly(permit::sent);
      quietly(permit::close);
      mend();
      permit.close();
      assertThat(window.left().values()).as("after %d steps", steps).containsExactly(0);
      time.advance(SECOND);
      assertThat(window.left().values()).as("after %d steps", steps).containsExactly(1);
    }
  }

  @Test
  void wherever_the_time_breaks_in_a_permit_what_was_not_sent_comes_back_at_once()
      throws InterruptedException {
    SlidingWindow window = new SlidingWindow(limits(1, SECOND), time);
    Permit permit = permit(window);
    breakAfter(0, true);
    quietly(permit::close);
    mend();
    permit.close();
    assertThat(window.left().values()).containsExactly(1);
  }

  /** Has the time break at the look or the wait after so many others. */
  private void breakAfter(int steps, boolean outOfMemory) {
    time.afterUses(
        steps,
        () -> {
          if (outOfMemory) {
            throw new OutOfMemoryError("for the test");
          }
          throw new IllegalStateException("for the test");
        });
  }

  private void mend() {
    time.atEachUse(() -> {});
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (IllegalStateException | OutOfMemoryError e) {
      assertThat(e).hasMessage("for the test");
    }
  }

  private static Permit permit(RateLimiter limiter) throws InterruptedException {
    return (Permit) limiter.acquire(Duration.ZERO);
  }

  /** One who asks on a thread of its own, by this machine's time. */
  private static final class Caller {
    private final FutureTask<Admission> asked;
    private final Thread thread;

    private Caller(RateLimiter limiter) {
      asked = new FutureTask<>(() -> limiter.acquire(HOUR.multipliedBy(9)));
      thread = new Thread(asked);
      thread.setDaemon(true);
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        assertThat(thread.isAlive()).as("it waits").isTrue();
        Thread.onSpinWait();
      }
    }

    private Admission got() throws Exception {
      return asked.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_turn_that_is_given_back_wakes_who_waits_for_it() throws Exception {
    SlidingWindow window = new SlidingWindow(limits(1, HOUR), Time.system());
    Permit permit = permit(window);
    Caller waiting = new Caller(window);
    permit.close();
    assertThat(waiting.got()).isInstanceOf(Permit.class);
  }

  @Test
  void each_turn_goes_to_the_next_in_the_queue_and_wakes_him_whoever_left_before()
      throws Exception {
    SlidingWindow window = new SlidingWindow(limits(1, HOUR), Time.system());
    Permit permit = permit(window);
    Caller first = new Caller(window);
    Caller second = new Caller(window);
    Caller third = new Caller(window);
    first.thread.interrupt();
    first.thread.join();
    permit.close();
    Permit given = (Permit) second.got();
    given.close();
    assertThat(third.got()).isInstanceOf(Permit.class);
    assertThat(window.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
  }

  @Test
  void who_is_given_a_permit_and_interrupted_at_once_hands_it_on() throws Exception {
    for (int i = 0; i < 200; i++) {
      SlidingWindow window = new SlidingWindow(limits(1, HOUR), Time.system());
      Permit permit = permit(window);
      Caller hurried = new Caller(window);
      Caller patient = new Caller(window);
      permit.close();
      hurried.thread.interrupt();
      hurried.thread.join();
      try {
        // It may have had the permit before it was interrupted.
        ((Permit) hurried.got()).close();
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(InterruptedException.class);
      }
      assertThat(patient.got()).isInstanceOf(Permit.class);
    }
  }

  @Test
  void a_signal_that_is_given_already_is_not_waited_for() throws InterruptedException {
    Time.system().await(HOUR, CompletableFuture.completedFuture("given"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Time.system().await(HOUR, CompletableFuture.completedFuture("given")))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void a_time_that_cannot_wake_waits_for_the_whole_duration_unless_the_signal_is_there()
      throws InterruptedException {
    HandTime plain = new HandTime("2026-01-01T00:00:00Z");
    plain.await(SECOND, new CompletableFuture<>());
    assertThat(plain.passed()).isEqualTo(SECOND);
    plain.await(SECOND, CompletableFuture.completedFuture("given"));
    assertThat(plain.passed()).isEqualTo(SECOND);
  }

  private static RateLimits limits(int permits, Duration period) {
    return RateLimits.of(new RateLimit(permits, period));
  }
}
