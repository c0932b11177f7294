package io.telproof.sandbox.camara;

/** A refusal of the token endpoint, in OAuth's words (RFC 6749, section 5.2). */
final class OAuthError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  OAuthError(int status, String error, String description) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
  }

  static OAuthError request(String description) {
    return new OAuthError(400, "invalid_request", description);
  }

  static OAuthError client(String description) {
    return new OAuthError(401, "invalid_client", description);
  }

  static OAuthError grant(String description) {
    return new OAuthError(400, "invalid_grant", description);
  }

  static OAuthError scope(String description) {
    return new OAuthError(400, "invalid_scope", description);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  /** For people; never quotes what was sent. */
  String description() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
