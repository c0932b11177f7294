package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.RetrySettings;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** How often a vendor's code allows a question to be repeated. */
class RetryRepeatsTest {
  private static final RetrySettings THREE = new RetrySettings(3, Duration.ofMillis(100));
  private static final CodeTable<String> TABLE =
      CodeTable.of(
          CodeRow.documented(
              "BUSY_MAYBE",
              Charge.UNSTATED,
              "busy",
              Meaning.failedWithOneRetry(FailureKind.UNAVAILABLE)),
          CodeRow.documented("BUSY", Charge.FREE, "busy", Meaning.failed(FailureKind.UNAVAILABLE)));

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final Deque<String> codes = new ArrayDeque<>();
  private final Check<String, String> vendor =
      (query, context) -> TABLE.decide(codes.removeFirst(), reply());
  private final Check<String, String> retry =
      Stages.check(new RetryStage<>(Stages.of(vendor), THREE, true, time, new Random(1)), time);

  @Test
  void a_question_is_repeated_twice_where_only_the_kind_bounds_it() {
    codes.addAll(List.of("BUSY", "BUSY", "BUSY", "BUSY"));
    assertThatThrownBy(() -> retry.check("?"))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.earlier()).hasSize(2));
    assertThat(codes).hasSize(1);
  }

  @Test
  void a_question_is_repeated_once_where_the_code_allows_no_more() {
    codes.addAll(List.of("BUSY_MAYBE", "BUSY_MAYBE", "BUSY_MAYBE"));
    assertThatThrownBy(() -> retry.check("?"))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> {
              assertThat(e.earlier()).hasSize(1);
              assertThat(e.earlier().get(0).charge()).isEqualTo(Charge.UNSTATED);
              assertThat(e.charge()).isEqualTo(Charge.UNSTATED);
            });
    assertThat(codes).hasSize(1);
  }

  @Test
  void a_repetition_for_another_reason_counts_too() {
    codes.addAll(List.of("BUSY", "BUSY_MAYBE", "BUSY"));
    assertThatThrownBy(() -> retry.check("?")).isInstanceOf(VerificationException.class);
    assertThat(codes).hasSize(1);
  }

  private static Reply reply() {
    return Reply.of(
        "main", "Ask", 200, Headers.EMPTY, new byte[0], Instant.EPOCH, Duration.ofMillis(1));
  }
}
