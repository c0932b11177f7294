package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** How long a vendor wants to be left alone, by its table or by its reply. */
class ReplyWaitTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final CodeTable<String> TABLE =
      CodeTable.of(
          CodeRow.documented(
              "FAST", Charge.FREE, "too fast", Meaning.failed(FailureKind.THROTTLED)),
          CodeRow.documented(
              "AGAIN", Charge.FREE, "too soon", Meaning.failedFor(FailureKind.THROTTLED, MINUTE)),
          CodeRow.documented(
              "WRONG", Charge.FREE, "wrong", Meaning.failed(FailureKind.INVALID_REQUEST)));

  @Test
  void a_row_without_a_wait_leaves_the_wait_open() {
    assertThat(failure("FAST", reply(200)).retryAfter()).isEmpty();
  }

  @Test
  void a_row_tells_the_wait() {
    assertThat(failure("AGAIN", reply(200)).retryAfter()).contains(MINUTE);
  }

  @Test
  void the_wait_of_the_reply_comes_before_the_wait_of_the_row() {
    Reply reply = reply(200).retryAfter(Optional.of(SECOND));
    assertThat(failure("FAST", reply).retryAfter()).contains(SECOND);
    assertThat(failure("AGAIN", reply).retryAfter()).contains(SECOND);
  }

  @Test
  void a_failure_that_is_not_to_be_repeated_has_no_wait() {
    Reply reply = reply(200).retryAfter(Optional.of(SECOND));
    assertThat(failure("WRONG", reply).retryAfter()).isEmpty();
  }

  @Test
  void a_refusal_without_a_code_keeps_the_wait_of_the_reply() {
    assertThat(reply(429).withoutCode("is empty").retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(reply(429).retryAfter(Optional.of(SECOND)).withoutCode("is empty").retryAfter())
        .contains(SECOND);
  }

  private static VerificationException failure(String code, Reply reply) {
    return catchThrowableOfType(VerificationException.class, () -> TABLE.decide(code, reply));
  }

  private static Reply reply(int status) {
    return Reply.of(
        "main",
        "Ask",
        status,
        Headers.of("Retry-After", "7"),
        new byte[0],
        Instant.EPOCH,
        Duration.ofMillis(1));
  }
}
