package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Checks a code: domain 2018-08-08 CreateIntlPhoneEmail (tencentcloud.com/document/api/242/54241),
 * on the mainland CreatePhoneEmail. The right code is {@value #RIGHT} for every contact. Verdicts
 * on the code are worded as InternalError.
 *
 * <p>Not simulated: that a contact, once right, is verified ever after. Scenario 83 has contacts
 * that are.
 */
final class CreatePhoneEmail extends Domain {

  static final String RIGHT = "123456";

  CreatePhoneEmail(Site site) {
    super(site == Site.INTL ? "CreateIntlPhoneEmail" : "CreatePhoneEmail", site);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(
        new Parameter("Type", Parameter.Kind.INTEGER, true),
        Parameter.required("Code"),
        Parameter.required("VerifyCode"));
  }

  @Override
  Verdict verdict(Question question) throws Refusal {
    return switch (question.scenario()) {
      case CODE_WRONG, CODE_EXPIRED, CODE_ATTEMPTS_EXHAUSTED -> wrong();
      case ALREADY_VERIFIED ->
          verdictError(
              "InternalError.VerifiedPhoneEmailErr", "FailedOperation.DuplicatePhoneEmail");
      case CODE_NOT_ADDED -> throw either("InternalError.AddPhoneEmailErr", "InternalError");
      case CODE_CHECK_FAILED -> throw either("InternalError.CheckVerifyCodeErr", "InternalError");
      case ACCOUNT_UNVERIFIED -> throw either("InternalError.NeedLogin", "UnauthorizedOperation");
      default ->
          question.text("VerifyCode").equals(RIGHT) ? Verdict.empty("", Billing.UNSTATED) : wrong();
    };
  }

  private Verdict wrong() {
    return verdictError("InternalError.VerifyCodeErr", "InvalidParameter.VerifyCodeIsInvalid");
  }
}
