package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What certainly cost nothing is told from what may be billed. */
class CostTest {
  private static Receipt receipt(Charge charge) {
    return Receipt.of("main", "Ask", charge, Instant.EPOCH, Duration.ofMillis(30));
  }

  private static VerificationException failure(Charge charge) {
    return new VerificationException(
        Failure.of(FailureKind.UNAVAILABLE, "main", "Ask", "busy").withCharge(charge));
  }

  private static List<Attempt> freeAnd(Charge charge) {
    return List.of(attempt(Charge.FREE), attempt(charge), attempt(Charge.FREE));
  }

  private static Attempt attempt(Charge charge) {
    return Attempt.of("other", "Put", charge, Duration.ofMillis(3), "not covered");
  }

  @ParameterizedTest
  @EnumSource
  void only_the_charge_free_is_certainly_free(Charge charge) {
    assertThat(receipt(charge).isFree()).isEqualTo(charge == Charge.FREE);
    assertThat(failure(charge).isFree()).isEqualTo(charge == Charge.FREE);
  }

  @ParameterizedTest
  @EnumSource
  void one_attempt_before_that_may_be_billed_is_enough(Charge charge) {
    List<Attempt> earlier = freeAnd(charge);
    assertThat(receipt(Charge.FREE).withEarlier(earlier).isFree()).isEqualTo(charge == Charge.FREE);
    assertThat(failure(Charge.FREE).withEarlier(earlier).isFree()).isEqualTo(charge == Charge.FREE);
  }

  @ParameterizedTest
  @EnumSource
  void who_was_given_the_answer_of_somebody_else_pays_nothing(AnswerOrigin origin) {
    Receipt theirs = receipt(Charge.CHARGED).withEarlier(freeAnd(Charge.UNSTATED));
    assertThat(theirs.withOrigin(origin, Duration.ZERO).isFree()).isTrue();
  }
}
