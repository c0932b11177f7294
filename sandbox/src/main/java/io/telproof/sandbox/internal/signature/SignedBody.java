package io.telproof.sandbox.internal.signature;

/** A body that a client may have signed in place of the one that it sent. Immutable. */
public final class SignedBody {

  private final String said;
  private final byte[] bytes;

  /**
   * A body.
   *
   * @param said what it is, after "The signature fits "
   */
  SignedBody(String said, byte[] bytes) {
    this.said = said;
    this.bytes = bytes.clone();
  }

  /** What it is, after "The signature fits ". */
  public String said() {
    return said;
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Prints no byte of it. */
  @Override
  public String toString() {
    return "SignedBody[" + said + ", " + bytes.length + " bytes]";
  }
}
