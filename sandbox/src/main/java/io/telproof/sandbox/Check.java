package io.telproof.sandbox;

/**
 * One kind of question about a contact, named as in an application's routes. The {@linkplain
 * Scenario scenarios} say what each check answers.
 */
public enum Check {
  PHONE_STATUS("phone-status"),
  TENURE("tenure"),
  IDENTITY_MATCH("identity-match"),
  CODE_DELIVERY("code-delivery"),
  CODE_VERIFICATION("code-verification"),
  PRE_VALIDATED_NUMBER("pre-validated-number");

  private final String slug;

  Check(String slug) {
    this.slug = slug;
  }

  /** The name in configuration and in printed tables, such as {@code phone-status}. */
  public String slug() {
    return slug;
  }

  /** What this check answers in a scenario, for people. */
  Cell says(String answer) {
    return new Cell(this, answer);
  }
}
