package io.telproof.examples.springshop;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Certainty;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decides who gets an account: the holder of a number that is in service and not brand-new. */
@Service
final class SignUp {
  private final PhoneStatusCheck status;
  private final TenureCheck tenure;
  private final CodeDelivery delivery;
  private final CodeVerification verification;

  SignUp(
      PhoneStatusCheck status,
      TenureCheck tenure,
      CodeDelivery delivery,
      CodeVerification verification) {
    this.status = status;
    this.tenure = tenure;
    this.delivery = delivery;
    this.verification = verification;
  }

  /** Sends a code where the number is good; empty where it is not, or nobody knows. */
  Optional<CodeDispatch> begin(String id, PhoneNumber number) {
    CallContext context = context(id);
    return isOldEnough(tenure.check(number, context))
            && isInService(status.check(number, context))
            && delivery.check(number, context) instanceof Answer.Known<CodeDispatch> sent
        ? Optional.of(sent.value())
        : Optional.empty();
  }

  /** Whether this is the code that was sent. */
  boolean confirm(String id, PhoneNumber number, CodeDispatch sent, String typed) {
    CodeClaim claim = new CodeClaim(number, Sensitive.of(typed), sent.handle());
    return verification.check(claim, context(id)) instanceof Answer.Known<CodeVerdict> verdict
        && verdict.value().provesPossession();
  }

  private static CallContext context(String id) {
    return new CallContext(Duration.ofSeconds(5), id, Optional.of("sign-up"));
  }

  private static boolean isOldEnough(Answer<Tenure> age) {
    return age instanceof Answer.Known<Tenure> known && known.value().atLeast(6) == Certainty.YES;
  }

  private static boolean isInService(Answer<PhoneStatus> line) {
    return line instanceof Answer.Known<PhoneStatus> known
        && known.value().state() == LineState.ACTIVE;
  }
}
