package io.telproof.sandbox.camara;

/**
 * How a gateway in front of an operator has been seen to say that there are too many requests: 403
 * and a number as the code, without a status in the body (developer.orange.com, error handling).
 */
final class GatewayLimit {
  static final int STATUS = 403;
  static final String CODE = "53";

  private GatewayLimit() {}

  static Refusal refusal() {
    return new Refusal(STATUS, CODE, "Too many requests");
  }
}
