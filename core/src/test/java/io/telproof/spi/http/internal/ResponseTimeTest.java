package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponseTimeTest {
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ResponseTime response = new ResponseTime(time);

  private void answered(long... millis) {
    for (long each : millis) {
      response.answered(ms(each), false);
    }
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void where_nothing_is_known_a_wait_leaves_three_quarters_of_the_time() {
    assertThat(response.usual()).isZero();
    assertThat(response.reserve(ms(4000))).isEqualTo(ms(3000));
  }

  @Test
  void a_wait_leaves_twice_what_the_slowest_replies_take() {
    answered(600, 610, 590);
    assertThat(response.reserve(ms(10_000))).isEqualTo(ms(1200));
  }

  @Test
  void where_that_is_more_than_half_of_the_time_it_leaves_half() {
    answered(600, 600, 600);
    assertThat(response.reserve(ms(2000))).isEqualTo(ms(1000));
  }

  @Test
  void and_never_less_than_the_slowest_replies_take() {
    answered(600, 600, 600);
    assertThat(response.reserve(ms(1000))).isEqualTo(ms(600));
    assertThat(response.reserve(ms(100))).isEqualTo(ms(600));
  }

  @Test
  void quick_replies_leave_a_tenth_of_a_second_or_half_of_a_shorter_time() {
    answered(1, 2, 3);
    assertThat(response.reserve(ms(1000))).isEqualTo(ms(100));
    assertThat(response.reserve(ms(60))).isEqualTo(ms(30));
  }

  @Test
  void one_slow_reply_among_many_changes_neither() {
    answered(4000);
    for (int i = 0; i < 63; i++) {
      answered(50);
    }
    assertThat(response.usual()).isEqualTo(ms(50));
    assertThat(response.reserve(ms(3000))).isEqualTo(ms(100));
  }

  /** The first exchanges of a process are slow: classes are loaded, and a name is looked up. */
  @Test
  void nobody_is_refused_before_eight_exchanges_are_known() {
    for (int i = 0; i < 7; i++) {
      response.lost(ms(1000));
      assertThat(response.usual()).isZero();
    }
    response.lost(ms(1000));
    assertThat(response.usual()).isEqualTo(ms(2000));
  }

  @Test
  void a_loss_in_less_time_than_others_take_makes_nothing_quicker() {
    for (int i = 0; i < 32; i++) {
      answered(600);
    }
    for (int i = 0; i < 60; i++) {
      response.lost(ms(200));
    }
    assertThat(response.usual()).isEqualTo(ms(600));
  }

  @Test
  void only_the_last_64_count() {
    for (int i = 0; i < 500; i++) {
      answered(2000);
    }
    for (int i = 0; i < 64; i++) {
      answered(40);
    }
    assertThat(response.usual()).isEqualTo(ms(40));
    assertThat(response.reserve(ms(10_000))).isEqualTo(ms(100));
  }

  @Test
  void a_reply_that_did_not_come_counts_as_twice_the_time_it_had() {
    for (int i = 0; i < 8; i++) {
      response.lost(ms(1000));
    }
    assertThat(response.usual()).isEqualTo(ms(2000));
  }

  @Test
  void lost_replies_keep_no_more_than_half_of_the_time() {
    for (int i = 0; i < 61; i++) {
      answered(200);
    }
    for (int i = 0; i < 3; i++) {
      response.lost(ms(10_000));
    }
    assertThat(response.reserve(ms(10_000))).isEqualTo(ms(5_000));
  }

  @Test
  void a_loss_says_something_of_the_vendor_only_where_replies_came_in_less() {
    assertThat(response.isLongEnough(ms(60_000))).as("nothing is known").isFalse();
    response.lost(ms(1000));
    assertThat(response.isLongEnough(ms(60_000))).as("no reply is known").isFalse();
    answered(600);
    assertThat(response.isLongEnough(ms(599))).isFalse();
    assertThat(response.isLongEnough(ms(600))).isTrue();
    for (int i = 0; i < 20; i++) {
      response.lost(ms(1000));
    }
    assertThat(response.isLongEnough(ms(1000))).as("losses change nothing of it").isTrue();
  }

  @Test
  void after_a_second_without_news_one_question_finds_out_and_each_time_after_twice_as_long() {
    response.lost(ms(1000));
    for (long seconds : new long[] {1, 2, 4, 8, 16, 30, 30}) {
      time.advance(ms(seconds * 1000 - 1));
      assertThat(response.beginTrial()).as("before %d s", seconds).isFalse();
      time.advance(ms(1));
      assertThat(response.beginTrial()).as("after %d s", seconds).isTrue();
      assertThat(response.beginTrial()).as("one, not all").isFalse();
    }
  }

  @Test
  void a_reply_is_news_and_the_pauses_begin_anew() {
    response.lost(ms(1000));
    time.advance(ms(1000));
    assertThat(response.beginTrial()).isTrue();
    time.advance(ms(1999));
    answered(2000);
    time.advance(ms(999));
    assertThat(response.beginTrial()).isFalse();
    time.advance(ms(1));
    assertThat(response.beginTrial()).isTrue();
  }

  @Test
  void it_says_whether_replies_were_slow_or_did_not_come() {
    assertThat(response.said()).isEqualTo("no time is left for a reply");
    for (int i = 0; i < 8; i++) {
      response.lost(ms(1000));
    }
    assertThat(response.said()).contains("no reply has come to the last 8 questions");
    answered(600);
    assertThat(response.said()).contains("took 2000 ms or more, or did not come");
  }

  @Test
  void to_ask_whether_a_trial_is_due_begins_none() {
    response.lost(ms(1000));
    time.advance(ms(1000));
    assertThat(response.isTrialDue()).isTrue();
    assertThat(response.isTrialDue()).isTrue();
    assertThat(response.beginTrial()).isTrue();
    assertThat(response.isTrialDue()).isFalse();
  }

  @Test
  void a_trial_that_is_answered_forgets_what_was_true_before() {
    for (int i = 0; i < 64; i++) {
      response.lost(ms(1000));
    }
    time.advance(Duration.ofSeconds(30));
    assertThat(response.beginTrial()).isTrue();
    response.answered(ms(50), true);
    assertThat(response.usual()).as("too little is known again").isZero();
    assertThat(response.reserve(ms(3000))).isEqualTo(ms(100));
  }

  @Test
  void a_trial_that_is_lost_too_leaves_things_as_they_are() {
    answered(2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000);
    time.advance(Duration.ofSeconds(30));
    assertThat(response.beginTrial()).isTrue();
    response.lost(ms(500));
    answered(1900);
    assertThat(response.usual()).isEqualTo(ms(2000));
  }

  @Test
  void the_reserve_covers_nearly_every_reply_of_a_vendor_whose_times_scatter() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      ResponseTime scattered = new ResponseTime(time);
      int late = 0;
      for (int i = 0; i < 2000; i++) {
        Duration took = Duration.ofNanos((long) (100e6 + random.nextGaussian() * 20e6));
        late += i > 10 && took.compareTo(scattered.reserve(ms(3000))) > 0 ? 1 : 0;
        scattered.answered(took, false);
      }
      assertThat(late).as("seed %d", seed).isZero();
    }
  }
}
