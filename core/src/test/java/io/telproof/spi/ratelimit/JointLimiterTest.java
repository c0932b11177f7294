package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A vendor that counts one question twice: for its operation and for the account. */
class JointLimiterTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final RateLimiters limiters = RateLimiters.local(time);
  private final RateLimiter operation =
      limiters.limiter("a/Ask", RateLimits.of(new RateLimit(2, Duration.ofSeconds(1))));
  private final RateLimiter account =
      limiters.limiter("a/all", RateLimits.of(new RateLimit(3, Duration.ofSeconds(10))));
  private final RateLimiter both = operation.and(account, time);

  private static int left(RateLimiter limiter) {
    return limiter.left().values().iterator().next();
  }

  @Test
  void a_permit_counts_for_both() throws Exception {
    try (Permit permit = (Permit) both.acquire(LONG)) {
      permit.sent();
      assertThat(left(operation)).isEqualTo(1);
      assertThat(left(account)).isEqualTo(2);
      assertThat(permit.isValid()).isTrue();
    }
    assertThat(both.left().values()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void where_nothing_was_sent_both_have_their_slot_again() throws Exception {
    ((Permit) both.acquire(LONG)).close();
    assertThat(left(operation)).isEqualTo(2);
    assertThat(left(account)).isEqualTo(3);
  }

  @Test
  void where_the_second_has_none_in_time_the_first_has_its_slot_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Permit permit = (Permit) account.acquire(LONG)) {
        permit.sent();
      }
    }
    Admission none = both.acquire(Duration.ofSeconds(5));
    assertThat(none).isInstanceOf(Rejected.class);
    assertThat(left(operation)).isEqualTo(2);
  }

  @Test
  void the_wait_for_the_first_is_taken_from_that_for_the_second() throws Exception {
    RateLimiter slow =
        limiters
            .limiter("a/Slow", RateLimits.of(new RateLimit(1, Duration.ofSeconds(6))))
            .and(
                limiters.limiter("a/day", RateLimits.of(new RateLimit(1, Duration.ofSeconds(10)))),
                time);
    try (Permit permit = (Permit) slow.acquire(LONG)) {
      permit.sent();
    }
    assertThat(slow.acquire(Duration.ofSeconds(8))).isInstanceOf(Rejected.class);
    assertThat(slow.acquire(Duration.ofSeconds(8))).isInstanceOf(Permit.class);
  }

  @Test
  void what_nobody_counts_has_a_permit_for_everybody() throws Exception {
    for (int i = 0; i < 1000; i++) {
      assertThat(RateLimiter.none().acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    }
  }
}
