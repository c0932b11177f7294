package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Scenario;

/** The scenarios in which the vendor answers with an {@code Error}, the same for every action. */
final class CommonRefusals {

  private CommonRefusals() {}

  static void refuse(Scenario scenario, Action action) throws Refusal {
    switch (scenario) {
      case THROTTLED -> throw throttled();
      case NOT_PERMITTED ->
          throw new Refusal(
              "AuthFailure.UnauthorizedOperation", "The request does not have CAM authorization.");
      case UNLISTED_ERROR ->
          throw new Refusal("FailedOperation.NotOnAnyPage", "A code that no page lists.");
      case INTERNAL_ERROR -> throw new Refusal("InternalError", "An internal error has occurred.");
      default -> {
        if (action.service().equals("faceid")) {
          refuseFaceid(scenario);
        }
      }
    }
  }

  /** The codes of the faceid pages; those of domain list none of them. */
  private static void refuseFaceid(Scenario scenario) throws Refusal {
    switch (scenario) {
      case ARREARS ->
          throw new Refusal("UnauthorizedOperation.Arrears", "The account is in arrears.");
      case NOT_ACTIVATED_SERVICE ->
          throw new Refusal(
              "UnauthorizedOperation.Nonactivated", "The service has not been activated.");
      case UNKNOWN_ERROR -> throw new Refusal("FailedOperation.UnKnown", "Unknown internal error.");
      case ACCOUNT_UNVERIFIED ->
          throw new Refusal(
              "UnauthorizedOperation.NonAuthorize",
              "Identity verification has not been completed for the account.");
      case BILLING_STATUS ->
          throw new Refusal(
              "UnauthorizedOperation.ChargeStatusException", "The billing status is abnormal.");
      default -> {}
    }
  }

  static Refusal throttled() {
    return new Refusal(
        "RequestLimitExceeded", "The number of requests exceeds the frequency limit.");
  }
}
