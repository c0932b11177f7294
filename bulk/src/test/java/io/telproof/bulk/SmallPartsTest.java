package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.bulk.internal.file.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parts of a run that need no vendor. */
final class SmallPartsTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  @Test
  void a_budget_counts_what_is_under_way_as_if_it_cost_all_that_it_can() {
    Budget budget = new Budget(10, 2);
    assertThat(budget.allows(0, 4)).isTrue();
    assertThat(budget.allows(0, 5)).isFalse();
    assertThat(budget.allows(8, 0)).isTrue();
    assertThat(budget.allows(9, 0)).isFalse();
    assertThat(new Budget(Long.MAX_VALUE, 2).allows(1L << 40, 256)).isTrue();
  }

  @Test
  void a_pace_tells_how_long_the_rest_takes() {
    Pace pace = new Pace();
    assertThat(pace.left(50)).as("nothing is known yet").isEmpty();
    for (int i = 0; i < 10; i++) {
      pace.ended(outcome(AnswerOrigin.FRESH));
    }
    assertThat(pace.look(1)).isEqualTo(10);
    assertThat(pace.left(50)).contains(Duration.ofSeconds(5));
    assertThat(pace.look(1)).isZero();
    assertThat(pace.left(50).orElseThrow()).isGreaterThan(Duration.ofSeconds(5));
  }

  private static Outcome outcome(AnswerOrigin origin) {
    Receipt receipt =
        Receipt.of("main", "Months", Charge.FREE, Instant.EPOCH, Duration.ofMillis(1))
            .withOrigin(origin, Duration.ofMillis(1));
    return Outcome.of(new Answer.Known<>(Tenure.from(24), receipt));
  }

  private static Outcome failure(boolean skipped) {
    Failure failure =
        Failure.of(FailureKind.INDETERMINATE, "main", "Months", "in doubt").withSkipped(skipped);
    return Outcome.of(failure, Instant.EPOCH, Duration.ZERO);
  }

  @Test
  void what_was_given_without_a_question_is_no_part_of_the_pace() {
    Pace pace = new Pace();
    for (int i = 0; i < 1000; i++) {
      pace.ended(outcome(AnswerOrigin.RECORDED));
      pace.ended(outcome(AnswerOrigin.COALESCED));
      pace.ended(failure(true));
    }
    pace.ended(outcome(AnswerOrigin.FRESH));
    pace.ended(failure(false));
    assertThat(pace.look(1)).isEqualTo(2);
    assertThat(pace.rate()).isEqualTo(2.0);
  }

  @Test
  void what_is_different_is_counted_as_a_set_counts_it() {
    Random random = new Random(7);
    DistinctCount count = new DistinctCount();
    Set<Long> set = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextInt(50_000) * 0x9E3779B97F4A7C15L;
      count.add(value);
      // Zero is counted as one, which no keyed hash meets.
      set.add(value == 0 ? 1L : value);
    }
    assertThat(count.count()).hasValue(set.size());
  }

  @Test
  void more_than_fits_is_not_counted_wrongly() {
    DistinctCount count = new DistinctCount();
    for (long i = 1; i <= 1_600_000; i++) {
      count.add(i * 0x9E3779B97F4A7C15L);
    }
    assertThat(count.count()).isEmpty();
  }

  @Test
  void the_id_of_a_call_is_read_as_it_is_written() {
    CallId call = new CallId("0123456789ab", 1_000_000, 2, "%032x".formatted(5));
    assertThat(CallId.of(call.toString())).contains(call);
    assertThat(call.toString()).hasSizeLessThan(128);
    for (String other : List.of("", "bulk-", "order-4711", call + "x", "x" + call)) {
      assertThat(CallId.of(other)).as(other).isEmpty();
    }
  }

  @Test
  void a_tag_is_the_same_for_what_asks_the_same_and_for_nothing_else() {
    RowTag tags = new RowTag(new byte[32]);
    List<String> all = new ArrayList<>();
    all.add(tags.of(NUMBER, 0));
    all.add(tags.of(NUMBER, 1));
    all.add(tags.of(PhoneNumber.of("+8613800138001"), 0));
    all.add(tags.of(IdentityClaim.of(NUMBER, "ab", "c"), 0));
    all.add(tags.of(IdentityClaim.of(NUMBER, "a", "bc"), 0));
    IdentityClaim named = IdentityClaim.of(NUMBER, "a b");
    all.add(tags.of(named, 0));
    all.add(tags.of(named.withNameParts("a", "b"), 0));
    all.add(tags.of(named.withNameParts("b", "a"), 0));
    all.add(tags.of(named.withBirthDate(LocalDate.of(1990, 1, 31)), 0));
    all.add(tags.of(named.withIdNumber("1990-01-31"), 0));
    byte[] other = new byte[32];
    other[0] = 1;
    all.add(new RowTag(other).of(NUMBER, 0));
    assertThat(all).doesNotHaveDuplicates().allMatch(tag -> tag.matches("[0-9a-f]{32}"));
    assertThat(tags.of(TenureQuery.of(NUMBER), 0)).isEqualTo(tags.of(TenureQuery.of(NUMBER), 0));
  }

  @Test
  void a_row_and_its_question_do_not_print_what_stands_in_them() {
    Row row = new Row(1, 2, List.of("13800138000"));
    assertThat(row.toString()).doesNotContain("138");
    assertThat(new Question(row, NUMBER, 0, "tag").toString()).doesNotContain("138");
  }
}
