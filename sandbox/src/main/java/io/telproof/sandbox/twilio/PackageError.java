package io.telproof.sandbox.twilio;

/** An error of one package: it stands inside a reply of HTTP 200. */
final class PackageError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final boolean lookedUp;

  private PackageError(int code, boolean lookedUp) {
    super("error " + code, null, false, false);
    this.code = code;
    this.lookedUp = lookedUp;
  }

  /** It was not looked up at all, and is free. */
  static PackageError refused(int code) {
    return new PackageError(code, false);
  }

  /** It may have been looked up. */
  static PackageError found(int code) {
    return new PackageError(code, true);
  }

  int code() {
    return code;
  }

  boolean isLookedUp() {
    return lookedUp;
  }
}
