package io.telproof.sandbox.camara;

/** The scenarios in which every operation refuses. */
final class CommonRefusals {

  private static final int OF_A_GATEWAY = 9;

  private CommonRefusals() {}

  static void refuse(Operation operation, Question question) throws Refusal {
    switch (question.scenario()) {
      case WRONG_NUMBER -> throw Refusal.argument("The phone number is wrong.");
      case BUSY -> throw new Refusal(503, "UNAVAILABLE", "The service is not available now.");
      case DAILY_LIMIT -> throw operation.usedUp();
      case THROTTLED ->
          throw question.digit() == OF_A_GATEWAY ? GatewayLimit.refusal() : Refusal.throttled();
      case NOT_PERMITTED -> throw Refusal.notPermitted();
      case UNLISTED_ERROR ->
          throw new Refusal(400, "NOT_ON_ANY_PAGE", "A code that no API description has.");
      case INTERNAL_ERROR -> throw Refusal.internal();
      case UNKNOWN_ERROR ->
          throw question.even()
              ? new Refusal(502, "BAD_GATEWAY", "A service behind this one failed.")
              : new Refusal(504, "TIMEOUT", "A service behind this one did not answer.");
      default -> {}
    }
  }
}
