package io.telproof.limits.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each scene in a few seconds, several at a time: they mostly wait. What is judged is what is
 * certain on any machine, however slow: a request counts only where its permit and its stamp are
 * both in the window. How much of the limit is used depends on the machine, and is the long form's.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("kills")
final class ShortTrialTest {
  private static final double HALF = 0.5;
  private static final double TWICE = 2.0;

  /** Where a machine is slow, Redis seems to be away for a moment, and callers are refused. */
  private static final Set<String> WHERE_SLOW = Set.of("THROTTLED");

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
    assertThat(findings.books().failures().keySet()).isSubsetOf(WHERE_SLOW);
    assertThat(findings.shares())
        .as(findings.row())
        .allMatch(share -> share >= HALF && share <= TWICE);
  }

  @Test
  void a_process_that_is_killed_costs_the_others_nothing_but_time() throws Exception {
    Findings findings =
        Run.processesBesideTheVendor()
            .play(Plan.of("killed", 2, 16, 6).then(1.2, stage -> stage.kill(1)));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(1.5, 6)).as(findings.row()).isPositive();
    assertThat(findings.books().failures().keySet()).isSubsetOf(WHERE_SLOW);
  }

  @Test
  void a_redis_that_comes_back_empty_does_not_let_more_through() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("restarted-empty", 2, 16, 8)
                    .hasty()
                    .then(1.2, Stage::killRedis)
                    .then(1.3, Stage::startRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(2, 8)).as(findings.row()).isPositive();
  }

  @Test
  void a_redis_that_forgets_everything_does_not_let_more_through() throws Exception {
    Findings findings =
        Run.threads().play(Plan.of("emptied", 2, 16, 8).hasty().then(1.2, Stage::flushRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(1.5, 8)).as(findings.row()).isPositive();
  }

  @Test
  void while_redis_stands_still_nothing_is_sent_where_that_was_chosen() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("paused-refuse", 2, 16, 7)
                    .hasty()
                    .away("away = refuse")
                    .then(1.2, Stage::pauseRedis)
                    .then(3.2, Stage::resumeRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.books().failures()).as(findings.row()).containsOnlyKeys("THROTTLED");
    assertThat(findings.arrivals(2.7, 3.2)).as(findings.row()).isZero();
    assertThat(findings.arrivals(3.2, 7)).as(findings.row()).isPositive();
  }

  @Test
  void while_redis_stands_still_each_keeps_to_its_share_where_that_was_chosen() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("paused-share", 2, 16, 10)
                    .hasty()
                    .away("away = share, share = 2")
                    .then(1.2, Stage::pauseRedis)
                    .then(6, Stage::resumeRedis));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(2.7, 6)).as(findings.row()).isPositive();
    assertThat(findings.arrivals(7, 10)).as(findings.row()).isPositive();
  }

  @Test
  void both_of_two_limits_hold_also_where_the_day_ends() throws Exception {
    Findings findings =
        Run.threads()
            .play(
                Plan.of("day", 2, 8, 9)
                    .limits("25/s", "60/day")
                    .then(4, stage -> stage.letADayPass(Duration.ofSeconds(6))));

    assertThat(findings.exceeds()).as(findings.row()).isFalse();
    assertThat(findings.arrivals(6, 9)).as(findings.row()).isPositive();
  }

  @Test
  void a_budget_is_spent_to_the_last_charge_and_never_one_more() throws Exception {
    Findings findings =
        Run.threads().play(Plan.of("budget", 3, 16, 6).budget("phone-status = 30/day"));

    assertThat(findings.charged()).as(findings.row()).isEqualTo(30);
    assertThat(findings.books().failures()).as(findings.row()).containsKey("QUOTA");
  }
}
