package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FakeChecksTest {
  private static final Receipt RECEIPT = Receipt.unsent("fake", "fake", Instant.EPOCH);

  private static String decide(TenureCheck tenure) {
    SignUp signUp =
        new SignUp(
            (number, context) -> new Answer.Known<>(PhoneStatus.of(LineState.ACTIVE), RECEIPT),
            tenure,
            (contact, context) ->
                new Answer.Known<>(new CodeDispatch(Optional.empty(), Optional.empty()), RECEIPT),
            (claim, context) -> new Answer.Known<>(CodeVerdict.ACCEPTED, RECEIPT));
    PhoneNumber number = PhoneNumber.of("+8613800138000");
    return signUp
        .decide(new Applicant("a-test", number, () -> Optional.of(Sensitive.of("123456"))))
        .word();
  }

  @Test
  void a_number_of_two_years_gets_an_account_and_one_without_a_record_none() {
    assertThat(decide((query, context) -> new Answer.Known<>(Tenure.from(24), RECEIPT)))
        .isEqualTo("ACCEPTED");
    assertThat(decide((query, context) -> new Answer.Unknown<>(Gap.NO_RECORD, RECEIPT)))
        .isEqualTo("DECLINED");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, REFUSED", "UNAUTHORIZED, REFUSED", "ACCOUNT, REFUSED", "THROTTLED, LATER",
    "QUOTA, REFUSED", "UNAVAILABLE, LATER", "INDETERMINATE, UNDECIDED", "PROTOCOL, REFUSED"
  })
  void each_kind_of_failure_is_decided(FailureKind kind, String word) {
    Failure failure = Failure.of(kind, "fake", "fake", "a reason for people");
    TenureCheck failing =
        (query, context) -> {
          throw new VerificationException(failure);
        };
    assertThat(decide(failing)).isEqualTo(word);
  }
}
