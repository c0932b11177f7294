package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Sends a code: domain 2018-08-08 SendIntlPhoneEmailCode (tencentcloud.com/document/api/242/54231),
 * on the mainland SendPhoneEmailCode. Its failure to send is InternalError.SendVerifyCodeErr
 * whatever the reason; the mainland's has names.
 */
final class SendPhoneEmailCode extends Domain {

  SendPhoneEmailCode(Site site) {
    super(site == Site.INTL ? "SendIntlPhoneEmailCode" : "SendPhoneEmailCode", site);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(new Parameter("Type", Parameter.Kind.INTEGER, true), Parameter.required("Code"));
  }

  @Override
  Verdict verdict(Question question) throws Refusal {
    return switch (question.scenario()) {
      case SENDING_LIMITED ->
          throw either(
              "InternalError.SendVerifyCodeErr", "FailedOperation.SendVerifyCodeIsLimited");
      case SENDING_PROHIBITED ->
          throw either("InternalError.ForbiddenRequest", "FailedOperation.ProhibitPhoneEmail");
      case ACCOUNT_UNVERIFIED ->
          throw either("InternalError.NeedLogin", "FailedOperation.VerifyUinIsRealname");
      default -> Verdict.empty("", Billing.UNSTATED);
    };
  }
}
