package io.telproof.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The programs run, and what they see is within the limit and in order. Their speed is no test. */
@Timeout(60)
class ProgramsTest {
  @Test
  void no_more_is_sent_in_any_second_than_the_limit_allows() throws Exception {
    SlowVendors.Row row = SlowVendors.measure(50, 24, Duration.ZERO, Duration.ofSeconds(1));
    assertThat(row.mostSent()).isEqualTo(20);
    assertThat(row.failures()).isZero();
    assertThat(row.utilisation()).isBetween(0.1, 1.0);
  }

  @Test
  void callers_have_their_permits_in_the_order_of_asking() throws Exception {
    Waiting.Row row = Waiting.measure(200, Duration.ofMillis(1200));
    assertThat(row.permits()).isBetween(40, 199);
    assertThat(row.disorderMillis()).isLessThan(900);
  }
}
