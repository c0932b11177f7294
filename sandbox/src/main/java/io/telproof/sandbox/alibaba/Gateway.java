package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Scenario;

/** The scenarios in which the vendor's gateway refuses, the same for every product. */
final class Gateway {

  private Gateway() {}

  static void refuse(Scenario scenario) throws Refusal {
    switch (scenario) {
      case INTERNAL_ERROR ->
          throw new Refusal(500, "InternalError", "The request processing has failed.");
      case BILLING_STATUS ->
          throw new Refusal(403, "Forbidden.RiskControl", "The account is under risk control.");
      default -> {}
    }
  }

  /** As products say it that have no word of their own for a busy source. */
  static Refusal busy() {
    return new Refusal(
        503, "ServiceUnavailable", "The request has failed due to a temporary failure.");
  }

  static Refusal unverified() {
    return new Refusal(
        403, "Forbidden.UserVerification", "The account has not passed real-name verification.");
  }

  static Refusal unlisted() {
    return new Refusal(400, "NotOnAnyPage", "A code that no page lists.");
  }
}
