package io.telproof.examples.shop;

import com.google.inject.Inject;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Certainty;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Decides who gets an account: the holder of a number that is in service and not brand-new. */
final class SignUp {
  private final PhoneStatusCheck status;
  private final TenureCheck tenure;
  private final CodeDelivery delivery;
  private final CodeVerification verification;

  @Inject
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

  Decision decide(Applicant applicant) {
    CallContext context =
        new CallContext(Duration.ofSeconds(5), applicant.id(), Optional.of("sign-up"));
    try {
      return decide(applicant, context);
    } catch (VerificationException e) {
      return switch (e.kind()) {
        case THROTTLED, UNAVAILABLE -> new Decision.Later(e.retryAfter());
        case INDETERMINATE -> new Decision.Undecided(e.requestId());
        default -> new Decision.Refused(e.kind());
      };
    }
  }

  private Decision decide(Applicant applicant, CallContext context) {
    Answer<Tenure> age = tenure.check(applicant.number(), context);
    if (!isOldEnough(age)) {
      return new Decision.Declined("the number is not known to be 6 months old");
    }
    Optional<Decision> against = against(status.check(applicant.number(), context));
    if (against.isPresent()) {
      return against.get();
    }
    Answer<CodeDispatch> sent = delivery.check(applicant.number(), context);
    if (!(sent instanceof Answer.Known<CodeDispatch> dispatch)) {
      return new Decision.Declined("no code can be sent to the number");
    }
    Optional<Sensitive> typed = applicant.typed().get();
    if (typed.isEmpty()) {
      return new Decision.Declined("no code was typed");
    }
    CodeClaim claim = new CodeClaim(applicant.number(), typed.get(), dispatch.value().handle());
    if (!(verification.check(claim, context) instanceof Answer.Known<CodeVerdict> verdict)) {
      return new Decision.Declined("no code of the number can be checked");
    }
    return verdict.value().provesPossession()
        ? new Decision.Accepted(age.receipt())
        : new Decision.Declined(against(verdict.value()));
  }

  private static boolean isOldEnough(Answer<Tenure> age) {
    return age instanceof Answer.Known<Tenure> known && known.value().atLeast(6) == Certainty.YES;
  }

  private static Optional<Decision> against(Answer<PhoneStatus> line) {
    if (!(line instanceof Answer.Known<PhoneStatus> known)) {
      return Optional.of(new Decision.Declined("the line is not known to be in service"));
    }
    LineState state = known.value().state();
    return switch (state) {
      case ACTIVE -> Optional.empty();
      // Out of reach for now: no code would arrive.
      case UNREACHABLE -> Optional.of(new Decision.Later(Optional.empty()));
      default -> Optional.of(new Decision.Declined("the line is " + words(state)));
    };
  }

  /** Nobody is told that a code is wrong which the vendor did not look at. */
  private static String against(CodeVerdict verdict) {
    return switch (verdict) {
      case EXPIRED -> "the code is too old";
      case ATTEMPTS_EXHAUSTED -> "too many codes were tried";
      case ALREADY_VERIFIED ->
          "the vendor had verified the number before, and did not look at the code";
      default -> "the code is wrong";
    };
  }

  private static String words(LineState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
