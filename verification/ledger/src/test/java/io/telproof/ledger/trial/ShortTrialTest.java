package io.telproof.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each scene with so few questions that it takes seconds. What holds, holds on any machine. */
@Timeout(600)
final class ShortTrialTest {
  private static final long SEED = 7;

  private static void judge(Findings findings) {
    assertThat(findings.reckoning().withoutIntent()).as(findings.row()).isZero();
    assertThat(findings.reckoning().untrue()).as(findings.row()).isZero();
    assertThat(findings.reckoning().billedTwice()).as(findings.row()).isZero();
    assertThat(findings.reckoning().difference()).as(findings.row()).isZero();
    assertThat(findings.hold()).as(findings.row()).isTrue();
    assertThat(findings.reckoning().charged()).as(findings.row()).isPositive();
    assertThat(findings.reckoning().perhaps()).as(findings.row()).isPositive();
  }

  @Test
  @Tag("kills")
  void a_process_that_is_killed_leaves_nothing_out_of_its_files() throws Exception {
    Findings findings = Run.of(Scenes.file(2000, 64, 2, SEED));

    judge(findings);
    assertThat(findings.kills()).isEqualTo(2);
    assertThat(findings.words()).as(findings.row()).containsKeys("FRESH", "RECORDED");
  }

  @Test
  @Tag("postgresql-away")
  void nothing_is_left_out_where_a_process_and_its_postgresql_are_killed() throws Exception {
    Findings findings = Run.of(Scenes.postgresql(1000, 64, 1, 1, SEED));

    judge(findings);
    assertThat(findings.kills()).isEqualTo(1);
    assertThat(findings.serverKills()).isEqualTo(1);
  }

  @Test
  @Tag("postgresql-away")
  void four_processes_that_ask_under_the_same_keys_have_one_bill() throws Exception {
    Findings findings = Run.of(Scenes.sameKeys(300, 4, 1, 0, SEED));

    judge(findings);
    assertThat(findings.reckoning().billed()).isLessThanOrEqualTo(300);
    assertThat(findings.words()).as(findings.row()).containsKeys("FRESH", "RECORDED");
  }
}
