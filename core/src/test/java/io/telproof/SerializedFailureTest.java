package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure crosses from one process to another by Java's serialization. */
class SerializedFailureTest {
  private static final Failure WHOLE =
      Failure.of(FailureKind.THROTTLED, "main", "Ask", "too fast")
          .withVendorCode("Busy")
          .withRequestId("r-1")
          .withCharge(Charge.UNSTATED)
          .withRetryAfter(Duration.ofSeconds(7))
          .withMaxRetries(1)
          .withShortOfTime(true)
          .withRefusedUntil(Instant.parse("2026-01-02T16:00:00Z"))
          .withSkipped(true)
          .withEarlier(
              List.of(
                  Attempt.of("other", "Put", Charge.FREE, Duration.ofMillis(3), "no connection")
                      .withFailure(FailureKind.UNAVAILABLE)
                      .withSkipped(true),
                  Attempt.of("third", "Put", Charge.UNSTATED, Duration.ZERO, "not covered")));

  private static VerificationException again(VerificationException thrown) {
    return SerializationCopy.again(thrown, VerificationException.class);
  }

  @Test
  void every_component_of_a_failure_survives() {
    VerificationException read = again(new VerificationException(WHOLE));
    assertThat(read.failure()).isEqualTo(WHOLE);
    assertThat(read.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(read.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(read.earlier()).isEqualTo(WHOLE.earlier());
  }

  @Test
  void what_is_not_known_of_a_failure_is_not_known_afterwards() {
    Failure bare = Failure.of(FailureKind.INDETERMINATE, "main", "Ask", "the reply was lost");
    assertThat(again(new VerificationException(bare)).failure()).isEqualTo(bare);
  }

  @Test
  void message_cause_suppressed_and_place_survive() {
    VerificationException thrown =
        new VerificationException(WHOLE, new IOException("connection refused"));
    thrown.addSuppressed(new VerificationException(WHOLE));
    VerificationException read = again(thrown);
    assertThat(read).hasMessage(thrown.getMessage()).hasToString(thrown.toString());
    assertThat(read.getCause()).isInstanceOf(IOException.class).hasMessage("connection refused");
    assertThat(read.getStackTrace()).isEqualTo(thrown.getStackTrace());
    assertThat(read.getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            VerificationException.class, one -> assertThat(one.failure()).isEqualTo(WHOLE));
  }
}
