package io.telproof.client.internal.event;

import static io.telproof.client.Agreement.AGREED;
import static io.telproof.client.Agreement.DIFFERED;
import static io.telproof.client.Agreement.FAILED;
import static io.telproof.client.Agreement.PRIMARY_ONLY;
import static io.telproof.client.Agreement.SHADOW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Answer;
import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.Tenure;
import io.telproof.client.Agreement;
import io.telproof.client.Outcomes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerComparisonTest {
  private static final List<Carrier> CARRIERS =
      List.of(Carrier.UNKNOWN, Carrier.CHINA_MOBILE, Carrier.CHINA_UNICOM);

  private static <V> Answer<V> known(V value) {
    return new Answer.Known<>(value, Outcomes.receipt(Charge.CHARGED));
  }

  private static <V> Answer<V> unknown(Gap gap) {
    return new Answer.Unknown<>(gap, Outcomes.receipt(Charge.CHARGED));
  }

  /** Compares each with each. */
  private static <V> void compare(List<V> values, BiPredicate<V, V> agree) {
    for (V primary : values) {
      for (V shadow : values) {
        assertThat(AnswerComparison.of(known(primary), known(shadow)))
            .as("%s and %s", primary, shadow)
            .isEqualTo(agree.test(primary, shadow) ? AGREED : DIFFERED);
      }
    }
  }

  @Test
  void the_same_state_agrees_unless_both_name_another_carrier() {
    List<PhoneStatus> all = new ArrayList<>();
    for (LineState state : LineState.values()) {
      CARRIERS.forEach(carrier -> all.add(new PhoneStatus(state, carrier)));
    }
    compare(
        all,
        (a, b) -> {
          Set<Carrier> named = new HashSet<>(Set.of(a.carrier()));
          named.add(b.carrier());
          named.remove(Carrier.UNKNOWN);
          return a.state().equals(b.state()) && named.size() < 2;
        });
  }

  @Test
  void tenures_agree_where_some_number_of_months_fits_both() {
    List<Tenure> all = new ArrayList<>();
    for (int from = 0; from < 7; from++) {
      all.add(Tenure.from(from));
      for (int to = from + 1; to < 9; to++) {
        all.add(Tenure.between(from, to));
      }
    }
    compare(
        all,
        (a, b) -> IntStream.range(0, 20).anyMatch(months -> fits(a, months) && fits(b, months)));
  }

  private static boolean fits(Tenure tenure, int months) {
    return months >= tenure.from() && (tenure.to().isEmpty() || months < tenure.to().getAsInt());
  }

  @Test
  void verdicts_agree_by_their_outcome_and_by_what_differs_where_both_tell() {
    List<IdentityVerdict> all = new ArrayList<>();
    for (Carrier carrier : CARRIERS) {
      all.add(IdentityVerdict.match(carrier));
      all.add(IdentityVerdict.mismatch(carrier));
      all.add(IdentityVerdict.mismatch(Set.of(Attribute.NAME), carrier));
      all.add(IdentityVerdict.mismatch(Set.of(Attribute.ID_NUMBER), carrier));
      all.add(IdentityVerdict.mismatch(Set.of(Attribute.values()), carrier));
    }
    compare(
        all,
        (a, b) ->
            a.outcome().equals(b.outcome())
                && (a.differing().isEmpty()
                    || b.differing().isEmpty()
                    || a.differing().get().equals(b.differing().get())));
  }

  /** A row for what the caller got, a column for what the shadow said. */
  @ParameterizedTest
  @CsvSource({
    "KNOWN,          AGREED,      PRIMARY_ONLY, PRIMARY_ONLY, PRIMARY_ONLY, FAILED",
    "NO_SUCH_NUMBER, SHADOW_ONLY, AGREED,       SHADOW_ONLY,  SHADOW_ONLY,  FAILED",
    "NO_RECORD,      SHADOW_ONLY, SHADOW_ONLY,  AGREED,       SHADOW_ONLY,  FAILED",
    "UNDISCLOSED,    SHADOW_ONLY, SHADOW_ONLY,  SHADOW_ONLY,  AGREED,       FAILED"
  })
  void a_gap_agrees_with_the_same_gap_alone(
      String primary,
      Agreement withKnown,
      Agreement withNoSuchNumber,
      Agreement withNoRecord,
      Agreement withUndisclosed,
      Agreement withNotCovered) {
    Answer<Tenure> known = known(Tenure.from(3));
    Answer<Tenure> mine = primary.equals("KNOWN") ? known : unknown(Gap.valueOf(primary));
    assertThat(AnswerComparison.of(mine, known)).isEqualTo(withKnown);
    assertThat(AnswerComparison.of(mine, unknown(Gap.NO_SUCH_NUMBER))).isEqualTo(withNoSuchNumber);
    assertThat(AnswerComparison.of(mine, unknown(Gap.NO_RECORD))).isEqualTo(withNoRecord);
    assertThat(AnswerComparison.of(mine, unknown(Gap.UNDISCLOSED))).isEqualTo(withUndisclosed);
    assertThat(AnswerComparison.of(mine, unknown(Gap.NOT_COVERED))).isEqualTo(withNotCovered);
  }

  @Test
  void answers_that_have_no_shadow_are_not_compared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerComparison.of(known("canary"), known("canary")))
        .withMessage("answers of this type are not compared: java.lang.String");
  }

  @Test
  void every_agreement_comes_out_of_some_comparison() {
    Answer<Tenure> young = known(Tenure.between(0, 3));
    Answer<Tenure> old = known(Tenure.from(24));
    assertThat(
            List.of(
                AnswerComparison.of(old, old),
                AnswerComparison.of(old, young),
                AnswerComparison.of(old, unknown(Gap.NO_RECORD)),
                AnswerComparison.of(unknown(Gap.NO_RECORD), old),
                AnswerComparison.of(old, unknown(Gap.NOT_COVERED))))
        .containsExactly(AGREED, DIFFERED, PRIMARY_ONLY, SHADOW_ONLY, FAILED);
  }
}
