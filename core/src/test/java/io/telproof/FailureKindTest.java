package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, false, false, FREE",
    "UNAUTHORIZED, false, true, FREE",
    "ACCOUNT, false, true, FREE",
    "THROTTLED, true, true, FREE",
    "QUOTA, false, true, FREE",
    "UNAVAILABLE, true, true, FREE",
    "INDETERMINATE, false, false, POSSIBLE",
    "PROTOCOL, false, false, POSSIBLE",
  })
  void each_kind_has_its_policy(FailureKind kind, boolean again, boolean elsewhere, Charge charge) {
    assertThat(kind.retryable()).isEqualTo(again);
    assertThat(kind.failover()).isEqualTo(elsewhere);
    assertThat(kind.charge()).isEqualTo(charge);
  }

  @Test
  void there_are_eight_kinds_and_what_may_be_charged_is_never_asked_again() {
    assertThat(FailureKind.values()).hasSize(8);
    assertThat(Arrays.stream(FailureKind.values()).filter(kind -> kind.charge() != Charge.FREE))
        .noneMatch(kind -> kind.retryable() || kind.failover());
  }

  @Test
  void only_what_a_vendor_does_not_cover_is_asked_elsewhere() {
    assertThat(Arrays.stream(Gap.values()).filter(Gap::failover)).containsExactly(Gap.NOT_COVERED);
  }

  @Test
  void only_an_accepted_code_proves_possession() {
    assertThat(Arrays.stream(CodeVerdict.values()).filter(CodeVerdict::provesPossession))
        .containsExactly(CodeVerdict.ACCEPTED);
  }
}
