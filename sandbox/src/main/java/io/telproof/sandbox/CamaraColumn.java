package io.telproof.sandbox;

/**
 * The table's column of a CAMARA operator, in the operator's own words: it has fewer than the other
 * vendors, and they are told by HTTP status.
 */
final class CamaraColumn {

  private static final String UNKNOWN_NUMBER =
      "404 IDENTIFIER_NOT_FOUND (code-delivery: 404 NOT_FOUND)";
  private static final String NO_WORD = "as 00: CAMARA has no word for it";
  private static final String NO_CARRIER = "as 00: an operator does not name carriers";
  private static final String THROTTLED =
      "429 TOO_MANY_REQUESTS (n = 9, as a gateway in front says it: 403 and the number 53)";

  private CamaraColumn() {}

  /** Empty where it is as in 00. */
  static String of(Scenario scenario) {
    return switch (scenario) {
      case PLAIN_GOOD ->
          "phone-status: all services active, reachable by data and SMS (n = 1, 4, 7 by SMS alone,"
              + " 2, 5, 8 by data alone); tenure: since 30 months; identity-match: all true;"
              + " code-delivery: sent; code-verification: 204 for 123456, else INVALID_OTP;"
              + " recycled-number: false; sim-swap: false, and the date of 30 months ago";
      case SUSPENDED ->
          "phone-status: all services suspended (n odd: calls out alone, data throttled);"
              + " tenure: since 18 months; identity-match: all false; recycled-number: true before 18"
              + " months ago; sim-swap: 2 hours ago";
      case CANCELLED ->
          "phone-status: 404 IDENTIFIER_NOT_FOUND; tenure: since 9 months; identity-match: names"
              + " false; recycled-number: true before 9 months ago; sim-swap: 100 hours ago";
      case VACANT ->
          "phone-status: 404 IDENTIFIER_NOT_FOUND; tenure: since 4 months; identity-match: the"
              + " document false";
      case OFF_NETWORK ->
          "phone-status: active, not reachable; tenure: since 1 month; identity-match: all false";
      case UNREACHABLE -> "phone-status: active, not reachable";
      case NOT_ACTIVATED -> "phone-status: nearest: all services suspended, not reachable";
      case UNDISCLOSED ->
          "422 SERVICE_NOT_APPLICABLE, but for n even identity-match: names true, the rest"
              + " not_available; for n odd tenure, recycled-number, sim-swap: 400 OUT_OF_RANGE, and"
              + " for its date null alone; codes as 00";
      case NO_RECORD -> UNKNOWN_NUMBER + ", but identity-match: all not_available";
      case NOT_COVERED -> UNKNOWN_NUMBER;
      case SPELLINGS ->
          "tenure, reachable: true as text; identity-match: true as a JSON boolean;"
              + " recycled-number, sim-swap: false as text, the date at +02:00";
      case HOLES ->
          "phone-status: without voiceSmsOut, without reachable; tenure: without tenureDateCheck;"
              + " identity-match: without the document's verdict; recycled-number, sim-swap: without"
              + " their verdicts and the date";
      case HISTORIC ->
          "phone-status: reachable without lastStatusTime, as in 1.0; sim-swap: null for the date,"
              + " monitored for 120 days";
      case HISTORIC_BOTH_DIFFER, HISTORIC_NAME_DIFFERS -> "as 00: CAMARA has no such earlier code";
      case HISTORIC_ID_DIFFERS ->
          "identity-match: 403 ID_DOCUMENT_REQUIRED without a document, ID_DOCUMENT_MISMATCH with"
              + " one (n odd: all true)";
      case NAME_AND_ID_APART -> "identity-match: all false, CAMARA has no word for it";
      case WRONG_NUMBER -> "400 INVALID_ARGUMENT";
      case WRONG_ID, WRONG_NAME -> "identity-match: 400 INVALID_ARGUMENT";
      case BUSY -> "503 UNAVAILABLE";
      case BUSY_ONCE -> "503 UNAVAILABLE the first time";
      case DAILY_LIMIT -> "429 QUOTA_EXCEEDED (code-delivery: 403 MAX_OTP_CODES_EXCEEDED)";
      case THROTTLED -> THROTTLED;
      case THROTTLED_ONCE -> THROTTLED + " the first time";
      case UNLISTED_VERDICT ->
          "phone-status: barred, reachable perhaps; tenure, identity-match, recycled-number,"
              + " sim-swap and its date: perhaps;"
              + " code-verification: 400 and an unlisted code";
      case UNREADABLE_REST ->
          "phone-status: the data service and the connectivity are nonsense; tenure: the contract"
              + " is nonsense; identity-match: a score beside true, and it is nonsense;"
              + " recycled-number, sim-swap: a list in the place of the verdict and of the date";
      case CARRIER_MOBILE, CARRIER_UNICOM, CARRIER_TELECOM, CARRIER_BROADNET -> NO_CARRIER;
      case ARREARS, NOT_ACTIVATED_SERVICE, ACCOUNT_UNVERIFIED, BILLING_STATUS -> NO_WORD;
      case NOT_PERMITTED ->
          "403 PERMISSION_DENIED (asked for a token for this number: invalid_grant)";
      case UNLISTED_ERROR -> "400 and an unlisted code";
      case INTERNAL_ERROR -> "500 INTERNAL";
      case UNKNOWN_ERROR -> "502 BAD_GATEWAY, n odd 504 TIMEOUT";
      case CODE_WRONG -> "code-verification: 400 INVALID_OTP";
      case CODE_EXPIRED -> "code-verification: 400 VERIFICATION_EXPIRED";
      case CODE_ATTEMPTS_EXHAUSTED -> "code-verification: 400 VERIFICATION_FAILED";
      case ALREADY_VERIFIED -> "code-verification: 400 VERIFICATION_EXPIRED, as for 81";
      case SENDING_LIMITED -> "code-delivery: 403 MAX_OTP_CODES_EXCEEDED";
      case CODE_NOT_ADDED -> "as 00: an operator keeps no contact";
      case CODE_CHECK_FAILED -> "code-verification: 500 INTERNAL";
      case SENDING_PROHIBITED ->
          "code-delivery: 403 PHONE_NUMBER_BLOCKED, n odd PHONE_NUMBER_NOT_ALLOWED";
      default -> scenario.fault().isPresent() ? "as the other vendors" : "";
    };
  }
}
