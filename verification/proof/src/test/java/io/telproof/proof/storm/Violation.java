package io.telproof.proof.storm;

/** What a receipt and the vendors' books may not come to together. */
enum Violation {
  /** The question ended in something else than an answer or a failure of a kind. */
  NEITHER("neither answered nor failed"),
  /** The question was carried out twice, by one vendor or by two. */
  CARRIED_OUT_TWICE("carried out twice"),
  /** A vendor bills it, and no attempt there is said to have cost anything. */
  FREE_WHILE_BILLED("FREE while billed"),
  /** An attempt is said to be billed, and the vendor does not bill it. */
  CHARGED_WHILE_NOT("CHARGED while not"),
  /** What came back was said of another person, or has the id of another's request. */
  ANOTHERS("another's"),
  /** What came back was said by no vendor. */
  NOBODYS("nobody's"),
  /** In doubt, and not a byte of it can have left. */
  DOUBT_WITHOUT_CAUSE("in doubt, and nothing left"),
  /** In doubt because it was sent where everybody could see that nobody was there any more. */
  SENT_INTO_A_CLOSED_CONNECTION("in doubt, sent into a closed connection");

  private final String words;

  Violation(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
