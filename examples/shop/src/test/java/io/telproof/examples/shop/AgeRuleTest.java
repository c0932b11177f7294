package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Certainty;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AgeRuleTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final Receipt RECEIPT = Receipt.unsent("fake", "tenure", Instant.EPOCH);

  /** What the application does with an answer. */
  private record AgeRule(TenureCheck tenure) {
    boolean admits(PhoneNumber number) {
      return tenure.check(number) instanceof Answer.Known<Tenure> known
          && known.value().atLeast(6) == Certainty.YES;
    }
  }

  @Test
  void only_a_number_that_is_known_to_be_old_enough_is_admitted() {
    TenureCheck old = (query, context) -> new Answer.Known<>(Tenure.from(24), RECEIPT);
    TenureCheck perhaps = (query, context) -> new Answer.Known<>(Tenure.between(3, 12), RECEIPT);
    TenureCheck noRecord = (query, context) -> new Answer.Unknown<>(Gap.NO_RECORD, RECEIPT);
    assertThat(new AgeRule(old).admits(NUMBER)).isTrue();
    assertThat(new AgeRule(perhaps).admits(NUMBER)).isFalse();
    assertThat(new AgeRule(noRecord).admits(NUMBER)).isFalse();
  }
}
