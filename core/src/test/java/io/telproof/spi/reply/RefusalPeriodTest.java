package io.telproof.spi.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalPeriodTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final CodeTable<String> TABLE =
      CodeTable.of(
          CodeRow.documented(
              "day",
              Charge.FREE,
              "too often today",
              Meaning.failedUntilNextDay(FailureKind.QUOTA, CHINA)),
          CodeRow.documented(
              "pause",
              Charge.FREE,
              "too often",
              Meaning.failedWithPause(FailureKind.QUOTA, Duration.ofMinutes(1))),
          CodeRow.documented("account", Charge.FREE, "used up", Meaning.failed(FailureKind.QUOTA)));

  /** The vendor's own wait is for what may be repeated, and says nothing of a number. */
  private static Failure failure(String code, String at, Duration elapsed) {
    Reply reply =
        Reply.of("main", "Op", 200, Headers.of(), new byte[0], Instant.parse(at), elapsed)
            .retryAfter(Optional.of(Duration.ofHours(9)));
    return catchThrowableOfType(VerificationException.class, () -> TABLE.decide(code, reply))
        .failure();
  }

  private static Failure failure(String code, String at) {
    return failure(code, at, Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T04:00:00Z, 2026-01-01T16:00:00Z",
    "2026-01-01T15:59:50Z, 2026-01-01T16:00:00Z",
    "2026-01-01T16:05:00Z, 2026-01-02T16:00:00Z",
    "2026-01-01T23:00:00Z, 2026-01-02T16:00:00Z",
  })
  void a_day_ends_at_the_vendors_midnight(String asked, String end) {
    assertThat(RefusalPeriod.restOfDay(CHINA).end(Instant.parse(asked)))
        .isEqualTo(Instant.parse(end));
    assertThat(failure("day", asked).refusedUntil()).contains(Instant.parse(end));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01T16:00:00Z", "2026-01-01T16:04:57Z"})
  void in_the_first_minutes_of_a_day_a_vendor_may_speak_of_the_day_before(String asked) {
    Failure failure = failure("day", asked);
    assertThat(failure.refusedUntil()).isEmpty();
    assertThat(failure.retryAfter()).isEmpty();
    assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
  }

  @Test
  void a_reply_that_comes_after_midnight_speaks_of_the_day_on_which_it_was_asked() {
    Failure failure = failure("day", "2026-01-01T15:59:59Z", Duration.ofSeconds(1));
    assertThat(failure.refusedUntil()).isEmpty();
  }

  @Test
  void the_wait_until_the_next_day_is_told_counted_from_the_reply() {
    Failure failure = failure("day", "2026-01-01T15:00:00Z", Duration.ofMinutes(10));
    assertThat(failure.retryAfter()).contains(Duration.ofMinutes(50));
    assertThat(failure.skipped()).isFalse();
  }

  @Test
  void a_pause_begins_with_the_question_and_promises_nothing_of_its_end() {
    Failure failure = failure("pause", "2026-01-01T15:00:00Z");
    assertThat(failure.refusedUntil()).contains(Instant.parse("2026-01-01T15:01:00Z"));
    assertThat(failure.retryAfter()).isEmpty();
    assertThat(failure("pause", "2026-01-01T15:00:00Z", Duration.ofMinutes(1)).refusedUntil())
        .isEmpty();
  }

  @Test
  void what_an_account_has_used_up_is_no_refusal_of_a_number() {
    assertThat(failure("account", "2026-01-01T15:00:00Z").refusedUntil()).isEmpty();
  }

  @Test
  void a_pause_of_no_time_is_none() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> RefusalPeriod.pause(none));
    }
  }

  @Test
  void both_print_as_the_pages_say_them() {
    assertThat(RefusalPeriod.restOfDay(CHINA))
        .hasToString("before the vendor's next day (Asia/Shanghai)")
        .isEqualTo(RefusalPeriod.restOfDay(CHINA));
    assertThat(RefusalPeriod.pause(Duration.ofMinutes(1))).hasToString("for 60 s");
  }
}
