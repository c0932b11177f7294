package io.telproof.limits.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Each scene in a few seconds. What is judged is what is certain on any machine, however slow: a
 * request counts only where its permit and its stamp are both in the window. How much of the limit
 * is used depends on the machine, and is the long form's.
 */
final class ShortTrialTest {
  private static final double HALF = 0.5;
  private static final double TWICE = 2.0;

  @Test
  void limits_that_each_process_keeps_by_itself_are_found_out() throws Exception {
    Findings findings = Run.threads().play(Plan.of("local", 3, 24, 2).local());

    assertThat(findings.mostStamped(findings.limit())).as(findings.row()).isGreaterThan(20);
    assertThat(findings.exceeds()).as(findings.row()).isTrue();
  }

  @Test
  void many_that_share_a_limit_never_exceed_it_and_each_gets_its_share() throws Exception {
    Findings findings = Run.threads().play(Plan.of("plain", 3, 16, 4));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.books().failures()).isEmpty();
    assertThat(findings.shares()).allMatch(share -> share >= HALF && share <= TWICE);
  }

  @Test
  void a_process_that_is_killed_costs_the_others_nothing_but_time() throws Exception {
    Findings findings =
        Run.processesBesideTheVendor()
            .play(Plan.of("killed", 3, 8, 5).then(1.2, stage -> stage.kill(1)));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(3.5, 5)).as(findings.row()).isPositive();
    assertThat(findings.books().failures()).isEmpty();
  }

  @Test
  void a_redis_that_comes_back_empty_does_not_let_more_through() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("restarted-empty", 2, 16, 7)
                    .then(1.2, Stage::killRedis)
                    .then(1.5, Stage::startRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(2, 7)).as(findings.row()).isPositive();
  }

  @Test
  void while_redis_stands_still_nothing_is_sent_where_that_was_chosen() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("paused-refuse", 2, 16, 6)
                    .away("away = refuse")
                    .then(1.2, Stage::pauseRedis)
                    .then(3, Stage::resumeRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.books().failures()).as(findings.row()).containsOnlyKeys("THROTTLED");
    assertThat(findings.arrivals(2.5, 3)).as(findings.row()).isZero();
    assertThat(findings.arrivals(3, 6)).as(findings.row()).isPositive();
  }

  @Test
  void while_redis_stands_still_each_keeps_to_its_share_where_that_was_chosen() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("paused-share", 2, 16, 8)
                    .away("away = share, share = 2")
                    .then(1.2, Stage::pauseRedis)
                    .then(5, Stage::resumeRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(2.5, 5)).as(findings.row()).isPositive();
    assertThat(findings.longestGap()).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void both_of_two_limits_hold_also_where_the_day_ends() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("day", 2, 8, 8)
                    .limits("25/s", "60/day")
                    .then(4, stage -> stage.letADayPass(Duration.ofSeconds(6))));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(0, 4)).as(findings.row()).isEqualTo(60);
    assertThat(findings.arrivals(4, 6)).as(findings.row()).isZero();
    assertThat(findings.arrivals(6, 8)).as(findings.row()).isPositive();
  }

  @Test
  void a_budget_is_spent_to_the_last_charge_and_never_one_more() throws Exception {
    Findings findings =
        Run.threads().play(Plan.of("budget", 3, 16, 4).budget("phone-status = 30/day"));

    assertThat(findings.charged()).as(findings.row()).isEqualTo(30);
    assertThat(findings.books().failures()).containsOnlyKeys("QUOTA");
  }
}
