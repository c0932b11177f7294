package io.telproof.sandbox;

import static io.telproof.sandbox.Cell.all;
import static io.telproof.sandbox.Cell.allBut;
import static io.telproof.sandbox.Cell.carrier;
import static io.telproof.sandbox.Cell.code;
import static io.telproof.sandbox.Cell.identity;
import static io.telproof.sandbox.Cell.preValidated;
import static io.telproof.sandbox.Cell.sending;
import static io.telproof.sandbox.Cell.status;
import static io.telproof.sandbox.Cell.tenure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of magic numbers: what each vendor answers about {@code +8613800138SSn}, where SS is
 * the scenario's number and n any digit, so that each scenario has ten phone numbers. E-mail
 * addresses play the same scenarios as {@code scenario-SS…@example.com}.
 *
 * <p>A contact outside the table plays {@link #PLAIN_GOOD}, and so does a check that a scenario has
 * nothing special for. Where the two vendors cannot say the same, the answer names who says what.
 */
public enum Scenario {
  PLAIN_GOOD(0, "All is well."),

  // Lines and their owners.
  SUSPENDED(
      1,
      "The line is suspended, one to two years old, and somebody else's.",
      status("SUSPENDED"),
      tenure("[12,24)"),
      identity("MISMATCH, not said in what")),
  CANCELLED(
      2,
      "The number was cancelled; the name is another.",
      status("CANCELLED"),
      tenure("[6,12)"),
      identity("MISMATCH in the name (tencent says in what only if asked in detail)")),
  VACANT(
      3,
      "The number belongs to nobody; the identity number is another.",
      status("VACANT (alibaba: no record)"),
      tenure("[3,6)"),
      identity("MISMATCH in the identity number (tencent: only if asked in detail)")),
  OFF_NETWORK(
      4,
      "The line is not on the network; name and identity number are others.",
      status("OFF_NETWORK (alibaba, nearest: UNREACHABLE)"),
      tenure("[0,3)"),
      identity("MISMATCH in name and identity number (tencent: only if asked in detail)")),
  UNREACHABLE(5, "The line is on the network and cannot be used.", status("UNREACHABLE")),
  NOT_ACTIVATED(
      6, "The line was never activated.", status("NOT_ACTIVATED (tencent, nearest: OFF_NETWORK)")),
  UNDISCLOSED(
      7,
      "The number exists, the vendor does not tell.",
      status("undisclosed, charged (alibaba: no record)"),
      tenure("undisclosed, charged (alibaba: no record)"),
      identity("undisclosed, free (alibaba: no record)")),
  NO_RECORD(
      8,
      "The vendor holds nothing.",
      status("no record, free"),
      tenure("no such number, charged, with an empty Range (alibaba: no record)"),
      identity("no record, free")),
  NOT_COVERED(
      9,
      "The vendor does not serve numbers of this segment.",
      status("not covered (alibaba: no record)"),
      tenure("not covered (alibaba: no record)"),
      identity("not covered")),

  // Ways of putting it that a reader must survive.
  SPELLINGS(
      10,
      "Good news in unusual spelling: numbers as text, text as numbers, old brackets.",
      status("ACTIVE"),
      tenure("over 24 months, as (24,+] (alibaba: as a number)"),
      identity("MATCH, carrier China Unicom"),
      preValidated("an id, as a JSON number")),
  HOLES(
      11,
      "A good verdict with its most interesting field missing or unlisted.",
      status("a state no page lists, charged"),
      tenure("no interval, charged"),
      identity("MATCH, carrier unknown"),
      preValidated("an id without its number")),
  HISTORIC(
      12,
      "Forms of earlier editions.",
      tenure("(3,6] (alibaba: [3,6))"),
      identity("not registered to a person, charged (alibaba: no record)")),
  HISTORIC_BOTH_DIFFER(
      13,
      "An earlier edition's code for another name and another identity number.",
      identity("MISMATCH in name and identity number")),
  HISTORIC_NAME_DIFFERS(
      14, "An earlier edition's code for another name.", identity("MISMATCH in the name")),
  HISTORIC_ID_DIFFERS(
      15,
      "An earlier edition's code for another identity number.",
      identity("MISMATCH in the identity number")),
  NAME_AND_ID_APART(
      16,
      "Name and identity number belong to different people.",
      identity("MISMATCH (tencent in detail: NameIdCardMismatch; alibaba: other)")),

  // What was asked is refused, or cannot be answered now.
  WRONG_NUMBER(
      20,
      "The vendor says that the number's form is wrong.",
      all("refused: the number's form is wrong, free")),
  WRONG_ID(
      21,
      "The vendor says that the identity number is wrong.",
      identity("refused: the identity number is wrong, free")),
  WRONG_NAME(
      22,
      "The vendor says that the name cannot be checked.",
      identity("refused: the name cannot be checked, free")),
  BUSY(23, "The vendor's source is busy, always.", all("busy, not carried out")),
  BUSY_ONCE(
      24,
      "Busy the first time each operation asks about a number, good ever after.",
      all("busy the first time, then as 00")),
  DAILY_LIMIT(
      25,
      "The day's allowance for this number is used up.",
      allBut(
          "the day's allowance is used up, free",
          preValidated("as 00: the vendor has no word for it"))),
  THROTTLED(26, "Too many requests a second, always.", all("throttled, free")),
  THROTTLED_ONCE(
      27,
      "Too many requests the first time each operation asks about a number, good ever after.",
      all("throttled the first time, then as 00")),
  UNLISTED_VERDICT(
      28,
      "A verdict that no page lists.",
      status("an unlisted verdict"),
      tenure("an unlisted verdict"),
      identity("an unlisted verdict"),
      code("an unlisted verdict (tencent has none to give: as 00)"),
      preValidated("an unlisted verdict")),
  UNREADABLE_REST(
      29,
      "A verdict that is charged, and nonsense where the rest should be.",
      status("charged, the state is nonsense"),
      tenure("charged, the interval is nonsense"),
      identity("MATCH (alibaba: MISMATCH), charged, the carrier (alibaba: the detail) is nonsense"),
      preValidated("nonsense where the id should be")),

  // Carriers, spelled by the last digit.
  CARRIER_MOBILE(30, "China Mobile in one spelling for each last digit.", carrier("china-mobile")),
  CARRIER_UNICOM(31, "China Unicom in one spelling for each last digit.", carrier("china-unicom")),
  CARRIER_TELECOM(
      32, "China Telecom in one spelling for each last digit.", carrier("china-telecom")),
  CARRIER_BROADNET(
      33, "China Broadnet in one spelling for each last digit.", carrier("china-broadnet")),

  // The account and the vendor's own failures.
  ARREARS(40, "The account is in arrears.", all("refused: arrears (tencent's codes: as 00)")),
  NOT_ACTIVATED_SERVICE(
      41,
      "The account has not switched the service on.",
      all("refused: not activated (tencent's codes: as 00)")),
  NOT_PERMITTED(42, "The key may not ask this.", all("refused: not permitted")),
  UNLISTED_ERROR(43, "An error code that no page lists.", all("an unlisted error code")),
  INTERNAL_ERROR(44, "The vendor's InternalError.", all("InternalError: perhaps carried out")),
  UNKNOWN_ERROR(
      45,
      "The vendor's own unknown internal error.",
      all("unknown internal error: perhaps carried out")),
  ACCOUNT_UNVERIFIED(
      46,
      "The account's owner has not proved who they are (alibaba's ids: of another owner).",
      all("refused: the account")),
  BILLING_STATUS(
      47,
      "The account's billing status is abnormal.",
      all("refused: the account (tencent's codes: as 00)")),

  // What happens to the reply. The question was carried out as in 00, and charged.
  RESET_BEFORE_REPLY(60, Fault.RESET_BEFORE_REPLY),
  STALL(61, Fault.STALL),
  DRIP(62, Fault.DRIP),
  HALF_REPLY(63, Fault.HALF_REPLY),
  ENDLESS_BODY(64, Fault.ENDLESS_BODY),
  HTML_502(65, Fault.HTML_502),
  HTML_200(66, Fault.HTML_200),
  EMPTY_200(67, Fault.EMPTY_200),
  EMPTY_OBJECT(68, Fault.EMPTY_OBJECT),
  REDIRECT_307(69, Fault.REDIRECT_307),
  HTTP_429(70, Fault.HTTP_429),
  HTTP_503(71, Fault.HTTP_503),
  DISCONNECT(72, Fault.DISCONNECT),
  NOT_JSON_200(73, Fault.NOT_JSON_200),

  // Codes.
  CODE_WRONG(
      80,
      "No code is right.",
      code(
          "REJECTED (alibaba: n even HTTP 400 isv.ValidateFail, odd VerifyResult UNKNOWN, as for"
              + " every wrong code; 8 isv.ValidateFail at HTTP 200, 9 HTTP 400 SmsCodeVerifyFail)")),
  CODE_EXPIRED(
      81, "The code is too old.", code("REJECTED: neither vendor says that it is the age")),
  CODE_ATTEMPTS_EXHAUSTED(
      82,
      "Too many wrong codes.",
      code("REJECTED: tencent has no word for it (alibaba: the day's allowance is used up)")),
  ALREADY_VERIFIED(
      83,
      "The contact is verified already, whatever the code.",
      code("ALREADY_VERIFIED (alibaba has no word for it: as 00)")),
  SENDING_LIMITED(
      84, "Too many codes were sent to this contact.", sending("refused: too many, free")),
  CODE_NOT_ADDED(
      85,
      "The code was right and the vendor failed to keep the contact.",
      code("perhaps carried out (alibaba keeps none: as 00)")),
  CODE_CHECK_FAILED(
      86,
      "The vendor failed to check the code.",
      code("perhaps carried out, never to be repeated")),
  SENDING_PROHIBITED(
      87,
      "No code may be sent to this contact.",
      sending("refused: prohibited, free (alibaba: as 00)"));

  private static final Map<Check, String> GOOD =
      Cell.row(
          status("ACTIVE"),
          tenure("[24,+)"),
          identity("MATCH"),
          sending("sent"),
          code("123456 ACCEPTED, any other REJECTED"),
          preValidated("an id"));

  private final int number;
  private final String sentence;
  private final Optional<Fault> fault;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable; the checker knows Guava's maps alone.
  private final Map<Check, String> special;

  Scenario(int number, String sentence, Cell... special) {
    this.number = number;
    this.sentence = sentence;
    this.fault = Optional.empty();
    this.special = Cell.row(special);
  }

  Scenario(int number, Fault fault) {
    this.number = number;
    this.sentence = "The reply on its way back: " + fault.sentence() + '.';
    this.fault = Optional.of(fault);
    this.special =
        Cell.row(
            all(
                fault.carriedOut()
                    ? "as 00 and on the bill; " + fault.sentence()
                    : fault.sentence()));
  }

  /** Gives the scenario of this number, or the plain good case where the number is free. */
  static Scenario numbered(int number) {
    for (Scenario scenario : values()) {
      if (scenario.number == number) {
        return scenario;
      }
    }
    return PLAIN_GOOD;
  }

  /** The two digits SS, 0 to 99. */
  public int number() {
    return number;
  }

  /** A short name such as {@code busy-once}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is the case, in one sentence for people. */
  public String sentence() {
    return sentence;
  }

  /** What this check answers, for people. */
  public String answers(Check check) {
    String cell = special.get(check);
    return cell != null ? cell : GOOD.getOrDefault(check, "");
  }

  /** What goes wrong with the reply, after the question was carried out. */
  public Optional<Fault> fault() {
    return fault;
  }

  /**
   * One of the scenario's ten phone numbers, in E.164.
   *
   * @param digit the last digit, 0 to 9
   * @throws IllegalArgumentException if it is not a digit
   */
  public String phoneNumber(int digit) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("digit is " + digit + ", expected 0 to 9");
    }
    return "+8613800138%02d%d".formatted(number, digit);
  }

  /** The scenario's e-mail address. */
  public String emailAddress() {
    return "scenario-%02d@example.com".formatted(number);
  }
}
