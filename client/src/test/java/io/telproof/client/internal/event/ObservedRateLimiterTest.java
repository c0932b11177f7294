package io.telproof.client.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.client.ClientListener;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A permit and those who hear of it. */
class ObservedRateLimiterTest {
  private static final RateLimit LIMIT = RateLimit.perSecond(20);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  private RateLimiter watched(RateLimiters limiters, Time by, Supplier<? extends Error> thrown) {
    ClientListener breaking =
        new ClientListener() {
          @Override
          public void permit(String provider, String operation, Duration waited, boolean given) {
            throw thrown.get();
          }

          @Override
          public void exchanged(String provider, String operation, Duration elapsed) {
            throw thrown.get();
          }
        };
    ClientListener listener = new CompositeListener(List.of(breaking));
    return new ObservedRateLimiters(limiters, "main", listener, by)
        .limiter("main/Ask", RateLimits.of(LIMIT));
  }

  @Test
  void a_listener_that_throws_an_error_costs_no_permit() throws InterruptedException {
    RateLimiter limiter = watched(RateLimiters.local(time), time, AssertionError::new);
    for (int i = 0; i < 100; i++) {
      ((Permit) limiter.acquire(Duration.ZERO)).close();
    }
    assertThat(limiter.left().values()).containsExactly(20);
  }

  @Test
  void where_a_listener_is_out_of_memory_that_is_passed_on_and_the_permit_is_given_back() {
    RateLimiter limiter = watched(RateLimiters.local(time), time, OutOfMemoryError::new);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> limiter.acquire(Duration.ZERO)).isInstanceOf(OutOfMemoryError.class);
    }
    assertThat(limiter.left().values()).containsExactly(20);
  }

  @Test
  void wherever_the_clock_breaks_no_permit_is_lost() throws InterruptedException {
    for (int well = 0; well < 6; well++) {
      HandTime breaking = HandTime.over(time);
      RateLimiter limiter = watched(RateLimiters.local(time), breaking, AssertionError::new);
      breaking.afterUses(
          well,
          () -> {
            throw new IllegalStateException("for the test");
          });
      try {
        ((Permit) limiter.acquire(Duration.ZERO)).close();
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("for the test");
      }
      assertThat(limiter.left().values()).as("after %d readings", well).containsExactly(20);
    }
  }

  @Test
  void an_applications_own_turn_that_breaks_takes_no_answer_away() throws InterruptedException {
    List<String> events = new ArrayList<>();
    RateLimiters breaking =
        (key, limit) ->
            within ->
                new Permit() {
                  @Override
                  public void sent() {
                    events.add("sent");
                    throw new IllegalStateException("for the test");
                  }

                  @Override
                  public void close() {
                    events.add("closed");
                    throw new NoClassDefFoundError("for the test");
                  }
                };
    Permit permit = (Permit) watched(breaking, time, AssertionError::new).acquire(Duration.ZERO);
    permit.sent();
    permit.close();
    assertThat(events).containsExactly("sent", "closed");
  }

  @Test
  void what_is_left_and_whether_a_permit_still_holds_is_what_the_limiter_says()
      throws InterruptedException {
    AtomicBoolean valid = new AtomicBoolean(true);
    RateLimiters kept =
        (key, limits) ->
            new RateLimiter() {
              @Override
              public Admission acquire(Duration within) {
                return new Lease(valid);
              }

              @Override
              public Map<RateLimit, Integer> left() {
                return Map.of(LIMIT, 7);
              }
            };
    RateLimiter limiter = watched(kept, time, AssertionError::new);
    assertThat(limiter.left()).containsExactly(Map.entry(LIMIT, 7));
    Permit permit = (Permit) limiter.acquire(Duration.ZERO);
    assertThat(permit.isValid()).isTrue();
    valid.set(false);
    assertThat(permit.isValid()).isFalse();
  }

  @Test
  void the_limits_in_force_are_told_once_and_the_limiter_is_found_by_its_operation() {
    List<String> told = new ArrayList<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void limited(
              String provider, String operation, RateLimits limits, RateLimiter limiter) {
            told.add(provider + " " + operation + " " + limits + " " + limiter.left());
          }
        };
    ObservedRateLimiters limiters =
        new ObservedRateLimiters(RateLimiters.local(time), "main", listener, time);
    assertThat(limiters.opened("Ask")).isEmpty();
    RateLimits two = RateLimits.of(LIMIT, RateLimit.of("1000/day"));
    limiters.limiter("0123456789abcdef/Ask", two);
    limiters.limiter("0123456789abcdef/Ask", two);
    assertThat(told).singleElement().asString().startsWith("main Ask 20/s, 1000/day {20/s=20");
    assertThat(limiters.opened("Ask").orElseThrow().left()).containsEntry(LIMIT, 20);
  }

  /** A permit that may end before it is used. */
  private record Lease(AtomicBoolean valid) implements Permit {
    @Override
    public boolean isValid() {
      return valid.get();
    }

    @Override
    public void sent() {}

    @Override
    public void close() {}
  }
}
