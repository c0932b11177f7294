package io.telproof.examples.springshop;

import io.telproof.Answer;
import io.telproof.CallContext;
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
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decides who gets an account: the holder of a number that is in service and not brand-new. */
@Service
final class SignUp {
  private final AgeRule age;
  private final PhoneStatusCheck status;
  private final CodeDelivery delivery;
  private final CodeVerification verification;

  SignUp(
      AgeRule age, PhoneStatusCheck status, CodeDelivery delivery, CodeVerification verification) {
    this.age = age;
    this.status = status;
    this.delivery = delivery;
    this.verification = verification;
  }

  /** Sends a code where the number is good; empty where it is not, or nobody knows. */
  Optional<CodeDispatch> begin(String id, PhoneNumber number) {
    CallContext context = context(id);
    return age.admits(number, context)
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

  private static boolean isInService(Answer<PhoneStatus> line) {
    return line instanceof Answer.Known<PhoneStatus> known
        && known.value().state() == LineState.ACTIVE;
  }
}
