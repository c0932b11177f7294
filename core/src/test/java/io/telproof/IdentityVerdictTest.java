package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.IdentityVerdict.Attribute;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityVerdictTest {
  private static final IdentityVerdict MISMATCH =
      IdentityVerdict.mismatch(Set.of(Attribute.NAME), Carrier.UNKNOWN);

  @ParameterizedTest
  @ValueSource(ints = {0, 87, 99})
  void a_mismatch_may_tell_how_near_it_is(int near) {
    IdentityVerdict scored = MISMATCH.withScore(near);
    assertThat(scored.score()).hasValue(near);
    assertThat(scored.differing()).isEqualTo(MISMATCH.differing());
    assertThat(scored).isNotEqualTo(MISMATCH);
  }

  @Test
  void another_operator_leaves_the_score() {
    IdentityVerdict there = MISMATCH.withScore(87).with(Carrier.CHINA_MOBILE);
    assertThat(there.carrier()).isEqualTo(Carrier.CHINA_MOBILE);
    assertThat(there.score()).hasValue(87);
  }

  @Test
  void a_verdict_that_is_made_without_a_score_has_none() {
    assertThat(
            new IdentityVerdict(
                IdentityVerdict.Outcome.MISMATCH, Optional.empty(), Carrier.UNKNOWN))
        .isEqualTo(IdentityVerdict.mismatch(Carrier.UNKNOWN));
    assertThat(MISMATCH.score()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 100, Integer.MIN_VALUE})
  void a_score_that_is_none_is_refused(int near) {
    assertThatIllegalArgumentException().isThrownBy(() -> MISMATCH.withScore(near));
  }

  @Test
  void a_match_is_not_nearly_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdentityVerdict.match(Carrier.UNKNOWN).withScore(99));
  }
}
