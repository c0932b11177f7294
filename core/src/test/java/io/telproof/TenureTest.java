package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TenureTest {
  @Test
  void at_least_says_yes_or_no_only_where_it_holds_for_the_whole_interval() {
    for (int from = 0; from < 30; from++) {
      for (int to = from + 1; to < 40; to++) {
        // A tenure without an end is one that reaches beyond every threshold asked for here.
        Tenure tenure = to == 39 ? Tenure.from(from) : Tenure.between(from, to);
        int last = to == 39 ? 1000 : to - 1;
        for (int months = 0; months < 45; months++) {
          Certainty expected =
              from >= months ? Certainty.YES : last < months ? Certainty.NO : Certainty.CANNOT_TELL;
          assertThat(tenure.atLeast(months)).as("%s, %d", tenure, months).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void an_interval_without_a_month_in_it_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tenure.between(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> Tenure.between(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Tenure.from(-1));
  }
}
