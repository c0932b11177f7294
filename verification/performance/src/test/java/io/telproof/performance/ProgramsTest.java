package io.telproof.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The programs run to their end, and the limit holds in them. How fast they are, and how soon who
 * is woken goes on, is the machine's and no test.
 */
@Timeout(120)
class ProgramsTest {
  @Test
  void no_more_is_sent_in_any_second_than_the_limit_allows() throws Exception {
    SlowVendors.Row row = SlowVendors.measure(50, 24, Duration.ZERO, Duration.ofSeconds(1));
    assertThat(row.mostSent()).isBetween(1, 20);
    assertThat(row.failures()).isZero();
    assertThat(row.utilisation()).isGreaterThan(0).isLessThanOrEqualTo(1);
  }

  @Test
  void permits_are_given_while_others_wait_and_the_program_ends_although_they_do()
      throws Exception {
    int callers = 200;
    Waiting.Row row = Waiting.measure(callers, Duration.ofMillis(1200));
    assertThat(row.permits()).isBetween(1, callers);
  }
}
