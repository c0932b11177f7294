package io.telproof.sandbox.tencent;

/** An {@code Error} of the vendor: nothing was carried out, nothing is charged. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  Refusal(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The vendor's code, such as {@code AuthFailure.SignatureFailure}. */
  String code() {
    return code;
  }

  /** The vendor's sentence; never quotes what was sent. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
