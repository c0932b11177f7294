package io.telproof.sandbox;

/**
 * One kind of question about a contact, named as in an application's routes. The {@linkplain
 * Scenario scenarios} say what each check answers.
 */
public enum Check {
  /** Whether a number is in service. */
  PHONE_STATUS("phone-status"),
  /** For how long a number has been in use. */
  TENURE("tenure"),
  /** Whether number, name and identity number belong together. */
  IDENTITY_MATCH("identity-match"),
  /** Sends a code. */
  CODE_DELIVERY("code-delivery"),
  /** Checks a code. */
  CODE_VERIFICATION("code-verification"),
  /** The id of a number that was validated before. */
  PRE_VALIDATED_NUMBER("pre-validated-number"),
  /** Whether a number has changed hands. */
  RECYCLED_NUMBER("recycled-number"),
  /** Whether the SIM card behind a number was changed. */
  SIM_SWAP("sim-swap");

  private final String slug;

  Check(String slug) {
    this.slug = slug;
  }

  /** {@return the name in configuration and in printed tables, such as {@code phone-status}} */
  public String slug() {
    return slug;
  }

  /** What this check answers in a scenario, for people. */
  Cell says(String answer) {
    return new Cell(this, answer);
  }
}
