package io.telproof.sandbox;

/**
 * The table's column of Twilio, in the vendor's own words: those of a package of Lookup, whose
 * errors stand inside a reply of HTTP 200, and those of Verify.
 */
final class TwilioColumn {

  private static final String NO_WORD = "as 00: Twilio has no word for it";

  private TwilioColumn() {}

  /** Empty where it is as in 00. */
  static String of(Scenario scenario) {
    return switch (scenario) {
      case PLAIN_GOOD ->
          "phone-status: active (n odd: Reachable); identity-match: all exact_match, score 100;"
              + " recycled-number: no; sim-swap: not in 24 hours, and the day (n odd: without the"
              + " day); code-delivery: pending; code-verification: approved for 123456, else pending,"
              + " at the sixth try 429 60202";
      case SUSPENDED ->
          "phone-status: Unreachable, the nearest; identity-match: all no_match, score 20 (n odd:"
              + " none); recycled-number: yes, 18 months ago; sim-swap: 2 hours ago";
      case CANCELLED ->
          "phone-status: 60625; identity-match: names no_match; recycled-number: yes, 9 months ago;"
              + " sim-swap: 100 hours ago";
      case VACANT ->
          "phone-status: Inactive; identity-match: the national id no_match; sim-swap: n odd null,"
              + " free";
      case OFF_NETWORK -> "phone-status: Unreachable, the nearest; identity-match: all no_match";
      case UNREACHABLE ->
          "phone-status: Unreachable; identity-match: the first name high_partial_match (n odd:"
              + " partial_match)";
      case NOT_ACTIVATED -> "phone-status: Inactive, the nearest";
      case UNDISCLOSED ->
          "phone-status: Unknown, charged; identity-match: the first name exact_match, the rest"
              + " no_data_available; recycled-number: no_data_available; sim-swap: last_sim_swap null"
              + " (n odd: 60620, charged); codes as 00";
      case NO_RECORD -> "every package 60600; codes as 00";
      case NOT_COVERED -> "every package 60607 (n odd: 60610, n = 9: 60612); codes as 00";
      case SPELLINGS -> "identity-match: the score as text; sim-swap: the verdict as text";
      case HOLES ->
          "phone-status: without status; identity-match: without last_name_match; recycled-number:"
              + " without is_number_reassigned; sim-swap: without swapped_in_period";
      case HISTORIC, HISTORIC_BOTH_DIFFER, HISTORIC_NAME_DIFFERS, HISTORIC_ID_DIFFERS ->
          "as 00: Twilio has no such earlier code";
      case NAME_AND_ID_APART -> "identity-match: all no_match, Twilio has no word for it";
      case WRONG_NUMBER -> "every package: valid false, free; codes: 400 60200";
      case WRONG_ID, WRONG_NAME -> "identity-match: 60618";
      case BUSY -> "every package 60608 (n odd: 60613); codes: 429 20429";
      case BUSY_ONCE -> "the first time as 23";
      case DAILY_LIMIT ->
          "every package 60626 (n odd: 60611); code-delivery: 429 60203; code-verification: 429"
              + " 60202 (n odd: max_attempts_reached)";
      case THROTTLED -> "429 20429 (n odd: every package 60616, code-delivery 429 60212)";
      case THROTTLED_ONCE -> "the first time as 26";
      case UNLISTED_VERDICT ->
          "phone-status: Dormant; identity-match, recycled-number, sim-swap and code-verification:"
              + " perhaps";
      case UNREADABLE_REST ->
          "phone-status: the status is a list; identity-match: the score is a word;"
              + " recycled-number: the verdict is a list; sim-swap: day and period are words";
      case CARRIER_MOBILE -> "sim-swap: 60621 beside the verdict; else as 00";
      case CARRIER_UNICOM, CARRIER_TELECOM, CARRIER_BROADNET -> NO_WORD;
      case ARREARS, NOT_PERMITTED, BILLING_STATUS -> "401 20003, as for a wrong key";
      case NOT_ACTIVATED_SERVICE -> "every package 60606 (n odd: 60609); code-delivery: 403 60223";
      case ACCOUNT_UNVERIFIED -> "every package 60624; code-delivery: 403 575001";
      case UNLISTED_ERROR -> "400 and an unlisted code";
      case INTERNAL_ERROR, UNKNOWN_ERROR -> "500 20500";
      case CODE_WRONG -> "code-verification: pending";
      case CODE_EXPIRED -> "code-verification: 404 20404 (n odd: expired)";
      case CODE_ATTEMPTS_EXHAUSTED -> "code-verification: 429 60202 (n odd: max_attempts_reached)";
      case ALREADY_VERIFIED -> "code-verification: 404 20404, as for 81";
      case SENDING_LIMITED -> "code-delivery: 429 60203";
      case CODE_NOT_ADDED -> "as 00: Twilio keeps no contact";
      case CODE_CHECK_FAILED -> "code-verification: 500 20500";
      case SENDING_PROHIBITED -> "code-delivery: 403 60410 (n odd: 400 60205, a landline)";
      default -> scenario.fault().isPresent() ? "as the other vendors" : "";
    };
  }
}
