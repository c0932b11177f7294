package io.telproof.sandbox.internal.signature;

/**
 * A body that a client may have signed in place of the one that it sent.
 *
 * @param said what it is, after "The signature fits "
 */
public record SignedBody(String said, byte[] bytes) {

  /** Prints no byte of it. */
  @Override
  public String toString() {
    return "SignedBody[" + said + ", " + bytes.length + " bytes]";
  }
}
