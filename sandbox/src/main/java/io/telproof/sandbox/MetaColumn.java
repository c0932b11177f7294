package io.telproof.sandbox;

/** The table's column of Meta's pool of pre-verified numbers, in Meta's own words. */
final class MetaColumn {

  private static final String NO_WORD = "as 00: Meta has no word for it";

  private MetaColumn() {}

  /** Empty where it is as in 00. */
  static String of(Scenario scenario) {
    return switch (scenario) {
      case PLAIN_GOOD -> "VERIFIED, and an id";
      case SUSPENDED, NOT_ACTIVATED -> "NOT_VERIFIED";
      case CANCELLED -> "EXPIRED";
      case NO_RECORD, NOT_COVERED -> "not in the pool: data is empty";
      case SPELLINGS ->
          "display_phone_number and verification_status in the place of both fields, the id as a"
              + " JSON number";
      case HOLES -> "without code_verification_status";
      case WRONG_NUMBER -> "400 and 100";
      case BUSY -> "503 and 2";
      case BUSY_ONCE -> "503 and 2 the first time";
      case DAILY_LIMIT -> NO_WORD;
      case THROTTLED -> "429 and 4 (n = 1, 5, 9: 400 and 17, 2, 6: 341, 3, 7: 80008)";
      case THROTTLED_ONCE -> "the first time as 26";
      case UNLISTED_VERDICT -> "PERHAPS";
      case UNREADABLE_REST -> "VERIFIED, the id is a list";
      case ARREARS, BILLING_STATUS -> "400 and 368, the nearest";
      case NOT_ACTIVATED_SERVICE -> "400 and 3";
      case NOT_PERMITTED -> "403 and 200 (n odd: 10)";
      case UNLISTED_ERROR -> "400 and an unlisted code";
      case INTERNAL_ERROR, UNKNOWN_ERROR -> "500 and 1";
      case ACCOUNT_UNVERIFIED -> "404 and 803";
      default -> scenario.fault().isPresent() ? "as the other vendors" : "";
    };
  }
}
