package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Receipts, failures and attempts are values: each word counts, and each copy leaves the rest. */
class ValueTest {
  private static final Attempt ATTEMPT =
      Attempt.of("other", "Put", Charge.UNSTATED, Duration.ofMillis(3), "not covered");
  private static final Receipt RECEIPT =
      Receipt.of("main", "Ask", Charge.CHARGED, Instant.EPOCH, Duration.ofMillis(30));
  private static final Failure FAILURE =
      Failure.of(FailureKind.THROTTLED, "main", "Ask", "too fast");

  private static final List<UnaryOperator<Receipt>> ON_RECEIPTS =
      List.of(
          one -> one.withRequestId("r-1"),
          one -> one.withVendorCode("0"),
          one -> one.withCharge(Charge.POSSIBLE),
          one -> one.withEarlier(List.of(ATTEMPT)));

  private static final List<UnaryOperator<Failure>> ON_FAILURES =
      List.of(
          one -> one.withRequestId("r-1"),
          one -> one.withVendorCode("Busy"),
          one -> one.withCharge(Charge.POSSIBLE),
          one -> one.withRetryAfter(Duration.ofSeconds(7)),
          one -> one.withMaxRetries(1),
          one -> one.withEarlier(List.of(ATTEMPT)),
          one -> one.withShortOfTime(true),
          one -> one.withRefusedUntil(Instant.EPOCH),
          one -> one.withSkipped(true),
          one -> one.withReason("far too fast"));

  /** Every value that some of the changes make, in every order: equal where the changes are. */
  private static <T> void eachCounts(T plain, List<UnaryOperator<T>> changes) {
    List<T> different = new ArrayList<>(List.of(plain));
    for (UnaryOperator<T> change : changes) {
      different.add(change.apply(plain));
      assertThat(change.apply(plain)).isEqualTo(change.apply(plain));
      assertThat(change.apply(plain)).hasSameHashCodeAs(change.apply(plain));
      for (UnaryOperator<T> other : changes) {
        if (other != change) {
          assertThat(other.apply(change.apply(plain)))
              .isEqualTo(change.apply(other.apply(plain)))
              .hasToString(change.apply(other.apply(plain)).toString())
              .isNotEqualTo(change.apply(plain));
        }
      }
    }
    assertThat(different).doesNotHaveDuplicates();
    assertThat(different.stream().map(Object::toString)).doesNotHaveDuplicates();
  }

  @Test
  void each_change_of_a_receipt_counts_and_leaves_the_others() {
    eachCounts(RECEIPT, ON_RECEIPTS);
  }

  @Test
  void each_change_of_a_failure_counts_and_leaves_the_others() {
    eachCounts(FAILURE, ON_FAILURES);
  }

  @Test
  void what_an_answer_always_has_counts_too() {
    assertThat(
            List.of(
                RECEIPT,
                Receipt.of("x", "Ask", Charge.CHARGED, Instant.EPOCH, Duration.ofMillis(30)),
                Receipt.of("main", "x", Charge.CHARGED, Instant.EPOCH, Duration.ofMillis(30)),
                Receipt.of("main", "Ask", Charge.CHARGED, Instant.MIN, Duration.ofMillis(30)),
                Receipt.of("main", "Ask", Charge.CHARGED, Instant.EPOCH, Duration.ZERO),
                RECEIPT.withOrigin(AnswerOrigin.CACHED, RECEIPT.elapsed()),
                RECEIPT.withOrigin(AnswerOrigin.COALESCED, RECEIPT.elapsed())))
        .doesNotHaveDuplicates();
  }

  @Test
  void each_word_of_an_attempt_counts() {
    List<Attempt> different =
        List.of(
            ATTEMPT,
            Attempt.of("x", "Put", Charge.UNSTATED, Duration.ofMillis(3), "not covered"),
            Attempt.of("other", "x", Charge.UNSTATED, Duration.ofMillis(3), "not covered"),
            Attempt.of("other", "Put", Charge.FREE, Duration.ofMillis(3), "not covered"),
            Attempt.of("other", "Put", Charge.UNSTATED, Duration.ZERO, "not covered"),
            Attempt.of("other", "Put", Charge.UNSTATED, Duration.ofMillis(3), "x"),
            ATTEMPT.withSkipped(true),
            ATTEMPT.withFailure(FailureKind.QUOTA),
            ATTEMPT.withFailure(FailureKind.QUOTA).withSkipped(true),
            ATTEMPT.withFailure(FailureKind.ACCOUNT));
    assertThat(different).doesNotHaveDuplicates();
    assertThat(different.stream().map(Object::toString)).doesNotHaveDuplicates();
    assertThat(ATTEMPT.withFailure(FailureKind.QUOTA))
        .isEqualTo(ATTEMPT.withFailure(FailureKind.QUOTA))
        .hasSameHashCodeAs(ATTEMPT.withFailure(FailureKind.QUOTA));
  }

  @Test
  void they_print_all_they_hold_and_say_what_is_not_there() {
    assertThat(RECEIPT.withRequestId("r-1"))
        .hasToString(
            "Receipt[provider=main, operation=Ask, requestId=Optional[r-1],"
                + " vendorCode=Optional.empty, charge=CHARGED, at=1970-01-01T00:00:00Z,"
                + " elapsed=PT0.03S, earlier=[], origin=FRESH]");
    assertThat(FAILURE.withVendorCode("Busy").withMaxRetries(0).withEarlier(List.of(ATTEMPT)))
        .hasToString(
            "Failure[kind=THROTTLED, provider=main, operation=Ask, vendorCode=Optional[Busy],"
                + " requestId=Optional.empty, charge=FREE, retryAfter=Optional.empty,"
                + " maxRetries=OptionalInt[0], earlier=[Attempt[provider=other, operation=Put,"
                + " failure=Optional.empty, charge=UNSTATED, elapsed=PT0.003S,"
                + " skipped=false, reason=not covered]], shortOfTime=false,"
                + " refusedUntil=Optional.empty, skipped=false, reason=too fast]");
  }

  @Test
  void an_attempt_is_skipped_where_its_failure_says_so() {
    assertThat(Attempt.failed(new VerificationException(FAILURE), Duration.ZERO).skipped())
        .isFalse();
    assertThat(
            Attempt.failed(new VerificationException(FAILURE.withSkipped(true)), Duration.ZERO)
                .skipped())
        .isTrue();
  }

  @Test
  @SuppressWarnings("NullAway")
  void what_a_copy_is_given_is_there() {
    assertThatNullPointerException().isThrownBy(() -> RECEIPT.withRequestId(null));
    assertThatNullPointerException().isThrownBy(() -> RECEIPT.withVendorCode(null));
    assertThatNullPointerException().isThrownBy(() -> FAILURE.withRetryAfter(null));
    assertThatNullPointerException().isThrownBy(() -> FAILURE.withRefusedUntil(null));
    assertThatNullPointerException().isThrownBy(() -> ATTEMPT.withFailure(null));
  }
}
