package io.telproof.flink.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trial itself takes minutes; that it sees what it looks for does not. */
final class ReckoningTest {
  private static final Plan PLAN = new Plan("plan", 4, 2, 8, 100, 1, true);
  private static final List<String> LINES =
      List.of("0 KNOWN", "1 KNOWN", "2 KNOWN", "3 INDETERMINATE");

  @Test
  void it_holds_where_all_is_known_or_in_doubt_and_the_bill_says_the_same() {
    assertThat(of("3 0 10 0,1,2,", LINES, 3, 1).holds()).isTrue();
    // The one that is in doubt was carried out.
    assertThat(of("4 0 10 0,1,2,3,", LINES, 3, 1).holds()).isTrue();
    // It was, and is settled, and its answer was not written before the kill.
    assertThat(of("4 0 10 0,1,2,3,", LINES, 4, 0).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'5 1 10 0,1,2,3,', 3, 1",
    "'3 0 10 0,1,2,', 2, 1",
    "'3 0 10 0,1,2,', 3, 0",
    "'3 0 10 0,1,2,', 4, 0",
    "'4 0 10 0,1,2,3,', 4, 1",
    "'2 0 10 0,1,', 3, 1",
    "'4 0 10 0,1,2,7,', 3, 1"
  })
  void it_does_not_where_the_bill_or_the_ledger_says_otherwise(
      String charged, long ledgerCharged, long ledgerDoubts) {
    assertThat(of(charged, LINES, ledgerCharged, ledgerDoubts).holds()).isFalse();
  }

  @Test
  void it_does_not_where_a_row_is_lost_or_written_twice_or_failed_otherwise() {
    String charged = "3 0 10 0,1,2,";
    assertThat(of(charged, LINES.subList(0, 3), 3, 0).holds()).isFalse();
    assertThat(
            of(
                    charged,
                    List.of("0 KNOWN", "0 KNOWN", "1 KNOWN", "2 KNOWN", "3 INDETERMINATE"),
                    3,
                    1)
                .holds())
        .isFalse();
    assertThat(of(charged, List.of("0 KNOWN", "1 KNOWN", "2 KNOWN", "3 UNAVAILABLE"), 3, 0).holds())
        .isFalse();
  }

  @Test
  void nothing_is_in_doubt_where_nobody_was_killed() {
    assertThat(new Reckoning(PLAN, 0, Charged.of("3 0 10 0,1,2,"), Output.of(LINES), 3, 1).holds())
        .isFalse();
  }

  @Test
  void a_bill_is_read_as_it_was_told() {
    Charged charged = new Charged(3, 1, 1000, "4,5,");
    assertThat(Charged.of(charged.line())).isEqualTo(charged);
    assertThat(charged.rows()).containsExactlyInAnyOrder(4L, 5L);
    assertThat(charged.rate()).isEqualTo(2.0);
  }

  private static Reckoning of(
      String charged, List<String> lines, long ledgerCharged, long ledgerDoubts) {
    return new Reckoning(
        PLAN, 1, Charged.of(charged), Output.of(lines), ledgerCharged, ledgerDoubts);
  }
}
