package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementReportTest {
  @Test
  void the_share_that_agrees_is_taken_of_what_could_be_compared() {
    AgreementReport report =
        new AgreementReport(
            Map.of(
                Agreement.AGREED, 3L,
                Agreement.DIFFERED, 1L,
                Agreement.PRIMARY_ONLY, 50L,
                Agreement.SHADOW_ONLY, 60L,
                Agreement.FAILED, 70L));
    assertThat(report.agreement()).isEqualTo(0.75);
    assertThat(report.count(Agreement.FAILED)).isEqualTo(70);
  }

  @Test
  void without_anything_to_compare_there_is_no_share() {
    assertThat(new AgreementReport(Map.of(Agreement.FAILED, 1L)).agreement()).isNaN();
  }

  @Test
  void every_agreement_has_a_count_that_nobody_can_change() {
    Map<Agreement, Long> counts = new EnumMap<>(Map.of(Agreement.AGREED, 1L));
    AgreementReport report = new AgreementReport(counts);
    counts.put(Agreement.AGREED, 9L);
    assertThat(report.counts())
        .containsOnlyKeys(Agreement.values())
        .containsEntry(Agreement.AGREED, 1L)
        .containsEntry(Agreement.DIFFERED, 0L)
        .isUnmodifiable();
  }

  @Test
  void a_count_below_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgreementReport(Map.of(Agreement.AGREED, -1L)))
        .withMessageContaining("AGREED");
  }
}
