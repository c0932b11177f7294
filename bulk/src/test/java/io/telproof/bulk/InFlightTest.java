package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InFlightTest {
  private final InFlight count = InFlight.asNeeded();

  private void permits(int number, Duration waited) {
    for (int i = 0; i < number; i++) {
      count.permit("main", "Months", waited, true);
    }
  }

  @Test
  void there_are_more_as_long_as_that_brings_more() {
    int before = count.allowed();
    permits(10, Duration.ZERO);
    count.look(10, true);
    assertThat(count.allowed()).isEqualTo(2 * before);
    count.look(20, true);
    assertThat(count.allowed()).isEqualTo(4 * before);
    count.look(21, true);
    assertThat(count.allowed()).as("a twentieth more is no more").isEqualTo(4 * before);
  }

  @Test
  void where_questions_wait_for_their_permit_there_are_enough() {
    int before = count.allowed();
    permits(4, Duration.ZERO);
    permits(6, Duration.ofMillis(40));
    count.look(10, true);
    assertThat(count.allowed()).isEqualTo(before);
  }

  @Test
  void where_not_all_are_under_way_there_are_enough() {
    int before = count.allowed();
    count.look(10, false);
    assertThat(count.allowed()).isEqualTo(before);
  }

  @Test
  void there_are_never_more_than_the_most() {
    for (int i = 1; i < 40; i++) {
      count.look(1L << i, true);
    }
    assertThat(count.allowed()).isEqualTo(InFlight.MOST);
  }

  @Test
  void after_a_while_more_are_tried_once_more() {
    count.look(10, true);
    int before = count.allowed();
    for (int i = 0; i < 40; i++) {
      count.look(10, true);
    }
    assertThat(count.allowed()).isGreaterThan(before);
  }

  @Test
  void what_a_person_said_stays() {
    InFlight fixed = InFlight.of(3);
    fixed.look(10, true);
    assertThat(fixed.allowed()).isEqualTo(3);
  }
}
