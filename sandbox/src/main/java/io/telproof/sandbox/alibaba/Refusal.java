package io.telproof.sandbox.alibaba;

import java.time.Duration;

/** An error of the vendor's gateway: nothing was carried out, nothing is charged. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final Duration retryAfter;

  Refusal(int status, String code, String message) {
    this(status, code, message, Duration.ZERO);
  }

  private Refusal(int status, String code, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Too many requests; there is room again after this. */
  static Refusal throttled(Duration retryAfter) {
    return new Refusal(
        400, "Throttling.User", "Request was denied due to user flow control.", retryAfter);
  }

  static Refusal incomplete(String message) {
    return new Refusal(400, "IncompleteSignature", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** Zero where the reply says nothing of it. */
  Duration retryAfter() {
    return retryAfter;
  }

  /** The vendor's sentence; never quotes what was sent. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
