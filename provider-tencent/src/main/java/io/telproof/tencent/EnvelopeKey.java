package io.telproof.tencent;

/** A key for one request, and that key under the vendor's own. Prints nothing of either. */
final class EnvelopeKey {
  private final byte[] key;
  private final String blob;

  EnvelopeKey(byte[] key, String blob) {
    this.key = key;
    this.blob = blob;
  }

  byte[] key() {
    return key;
  }

  /** What the vendor calls CiphertextBlob. */
  String blob() {
    return blob;
  }
}
