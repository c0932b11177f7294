package io.telproof.sandbox;

import static io.telproof.sandbox.Cell.all;
import static io.telproof.sandbox.Cell.allBut;
import static io.telproof.sandbox.Cell.carrier;
import static io.telproof.sandbox.Check.CODE_DELIVERY;
import static io.telproof.sandbox.Check.CODE_VERIFICATION;
import static io.telproof.sandbox.Check.IDENTITY_MATCH;
import static io.telproof.sandbox.Check.PHONE_STATUS;
import static io.telproof.sandbox.Check.PRE_VALIDATED_NUMBER;
import static io.telproof.sandbox.Check.RECYCLED_NUMBER;
import static io.telproof.sandbox.Check.SIM_SWAP;
import static io.telproof.sandbox.Check.TENURE;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of magic numbers: what each vendor answers about {@code +8613800138SSn}, where SS is
 * the scenario's number and n any digit, so that each scenario has ten phone numbers. A CAMARA
 * operator has {@code +990123400SSn} besides: the unassigned code 990 is what operators rehearse
 * with; and those that a vendor serves in the United States alone are asked about {@code
 * +1AAA55501SS}, one of ten area codes for each digit. E-mail addresses play the same scenarios as
 * {@code scenario-SS…@example.com}.
 *
 * <p>A contact outside the table plays {@link #PLAIN_GOOD}, and so does a check that a scenario has
 * nothing special for. Where the two Chinese vendors cannot say the same, the answer names who says
 * what; what a CAMARA operator and what Twilio says are columns of their own.
 */
public enum Scenario {
  /** All is well. */
  PLAIN_GOOD(0, "All is well."),

  // Lines and their owners.
  /** The line is suspended, one to two years old, and somebody else's. */
  SUSPENDED(
      1,
      "The line is suspended, one to two years old, and somebody else's.",
      PHONE_STATUS.says("SUSPENDED"),
      TENURE.says("[12,24)"),
      IDENTITY_MATCH.says("MISMATCH, not said in what"),
      RECYCLED_NUMBER.says("RECYCLED, 18 months ago"),
      SIM_SWAP.says("swapped 2 hours ago")),
  /** The number was cancelled; the name is another. */
  CANCELLED(
      2,
      "The number was cancelled; the name is another.",
      PHONE_STATUS.says("CANCELLED"),
      TENURE.says("[6,12)"),
      IDENTITY_MATCH.says("MISMATCH in the name (tencent says in what only if asked in detail)"),
      RECYCLED_NUMBER.says("RECYCLED, 9 months ago"),
      SIM_SWAP.says("swapped 100 hours ago")),
  /** The number belongs to nobody; the identity number is another. */
  VACANT(
      3,
      "The number belongs to nobody; the identity number is another.",
      PHONE_STATUS.says("VACANT (alibaba: no record)"),
      TENURE.says("[3,6)"),
      IDENTITY_MATCH.says("MISMATCH in the identity number (tencent: only if asked in detail)")),
  /** The line is not on the network; name and identity number are others. */
  OFF_NETWORK(
      4,
      "The line is not on the network; name and identity number are others.",
      PHONE_STATUS.says("OFF_NETWORK (alibaba, nearest: UNREACHABLE)"),
      TENURE.says("[0,3)"),
      IDENTITY_MATCH.says(
          "MISMATCH in name and identity number (tencent: only if asked in detail)")),
  /** The line is on the network and cannot be used. */
  UNREACHABLE(
      5, "The line is on the network and cannot be used.", PHONE_STATUS.says("UNREACHABLE")),
  /** The line was never activated. */
  NOT_ACTIVATED(
      6,
      "The line was never activated.",
      PHONE_STATUS.says("NOT_ACTIVATED (tencent, nearest: OFF_NETWORK)")),
  /** The number exists, the vendor does not tell. */
  UNDISCLOSED(
      7,
      "The number exists, the vendor does not tell.",
      PHONE_STATUS.says("undisclosed, charged (alibaba: no record)"),
      TENURE.says("undisclosed, charged (alibaba: no record)"),
      IDENTITY_MATCH.says("undisclosed, free (alibaba: no record)"),
      RECYCLED_NUMBER.says("undisclosed"),
      SIM_SWAP.says("undisclosed")),
  /** The vendor holds nothing. */
  NO_RECORD(
      8,
      "The vendor holds nothing.",
      PHONE_STATUS.says("no record, free"),
      TENURE.says("no such number, charged, with an empty Range (alibaba: no record)"),
      IDENTITY_MATCH.says("no record, free"),
      RECYCLED_NUMBER.says("no record, free"),
      SIM_SWAP.says("no record")),
  /** The vendor does not serve numbers of this segment. */
  NOT_COVERED(
      9,
      "The vendor does not serve numbers of this segment.",
      PHONE_STATUS.says("not covered (alibaba: no record)"),
      TENURE.says("not covered (alibaba: no record)"),
      IDENTITY_MATCH.says("not covered"),
      RECYCLED_NUMBER.says("not covered"),
      SIM_SWAP.says("not covered")),

  // Ways of putting it that a reader must survive.
  /** Good news in unusual spelling: numbers as text, text as numbers, old brackets. */
  SPELLINGS(
      10,
      "Good news in unusual spelling: numbers as text, text as numbers, old brackets.",
      PHONE_STATUS.says("ACTIVE"),
      TENURE.says("over 24 months, as (24,+] (alibaba: as a number)"),
      IDENTITY_MATCH.says("MATCH, carrier China Unicom"),
      PRE_VALIDATED_NUMBER.says("an id, as a JSON number")),
  /** A good verdict with its most interesting field missing or unlisted. */
  HOLES(
      11,
      "A good verdict with its most interesting field missing or unlisted.",
      PHONE_STATUS.says("a state no page lists, charged"),
      TENURE.says("no interval, charged"),
      IDENTITY_MATCH.says("MATCH, carrier unknown"),
      PRE_VALIDATED_NUMBER.says("an id without its number")),
  /** Forms of earlier editions. */
  HISTORIC(
      12,
      "Forms of earlier editions.",
      TENURE.says("(3,6] (alibaba: [3,6))"),
      IDENTITY_MATCH.says("not registered to a person, charged (alibaba: no record)")),
  /** An earlier edition's code for another name and another identity number. */
  HISTORIC_BOTH_DIFFER(
      13,
      "An earlier edition's code for another name and another identity number.",
      IDENTITY_MATCH.says("MISMATCH in name and identity number")),
  /** An earlier edition's code for another name. */
  HISTORIC_NAME_DIFFERS(
      14,
      "An earlier edition's code for another name.",
      IDENTITY_MATCH.says("MISMATCH in the name")),
  /** An earlier edition's code for another identity number. */
  HISTORIC_ID_DIFFERS(
      15,
      "An earlier edition's code for another identity number.",
      IDENTITY_MATCH.says("MISMATCH in the identity number")),
  /** Name and identity number belong to different people. */
  NAME_AND_ID_APART(
      16,
      "Name and identity number belong to different people.",
      IDENTITY_MATCH.says("MISMATCH (tencent in detail: NameIdCardMismatch; alibaba: other)")),

  // What was asked is refused, or cannot be answered now.
  /** The vendor says that the number's form is wrong. */
  WRONG_NUMBER(
      20,
      "The vendor says that the number's form is wrong.",
      all("refused: the number's form is wrong, free")),
  /** The vendor says that the identity number is wrong. */
  WRONG_ID(
      21,
      "The vendor says that the identity number is wrong.",
      IDENTITY_MATCH.says("refused: the identity number is wrong, free")),
  /** The vendor says that the name cannot be checked. */
  WRONG_NAME(
      22,
      "The vendor says that the name cannot be checked.",
      IDENTITY_MATCH.says("refused: the name cannot be checked, free")),
  /** The vendor's source is busy, always. */
  BUSY(23, "The vendor's source is busy, always.", all("busy, not carried out")),
  /** Busy the first time each operation asks about a number, good ever after. */
  BUSY_ONCE(
      24,
      "Busy the first time each operation asks about a number, good ever after.",
      all("busy the first time, then as 00")),
  /** The day's allowance for this number is used up. */
  DAILY_LIMIT(
      25,
      "The day's allowance for this number is used up.",
      allBut(
          "the day's allowance is used up, free",
          PRE_VALIDATED_NUMBER.says("as 00: the vendor has no word for it"))),
  /** Too many requests a second, always. */
  THROTTLED(26, "Too many requests a second, always.", all("throttled, free")),
  /** Too many requests the first time each operation asks about a number, good ever after. */
  THROTTLED_ONCE(
      27,
      "Too many requests the first time each operation asks about a number, good ever after.",
      all("throttled the first time, then as 00")),
  /** A verdict that no page lists. */
  UNLISTED_VERDICT(
      28,
      "A verdict that no page lists.",
      PHONE_STATUS.says("an unlisted verdict"),
      TENURE.says("an unlisted verdict"),
      IDENTITY_MATCH.says("an unlisted verdict"),
      CODE_VERIFICATION.says("an unlisted verdict (tencent has none to give: as 00)"),
      PRE_VALIDATED_NUMBER.says("an unlisted verdict"),
      RECYCLED_NUMBER.says("an unlisted verdict"),
      SIM_SWAP.says("an unlisted verdict")),
  /** A verdict that is charged, and nonsense where the rest should be. */
  UNREADABLE_REST(
      29,
      "A verdict that is charged, and nonsense where the rest should be.",
      PHONE_STATUS.says("charged, the state is nonsense"),
      TENURE.says("charged, the interval is nonsense"),
      IDENTITY_MATCH.says(
          "MATCH (alibaba: MISMATCH), charged, the carrier (alibaba: the detail) is nonsense"),
      PRE_VALIDATED_NUMBER.says("nonsense where the id should be"),
      RECYCLED_NUMBER.says("nonsense where the verdict should be"),
      SIM_SWAP.says("nonsense where the verdict should be")),

  // Carriers, spelled by the last digit.
  /** China Mobile in one spelling for each last digit. */
  CARRIER_MOBILE(30, "China Mobile in one spelling for each last digit.", carrier("china-mobile")),
  /** China Unicom in one spelling for each last digit. */
  CARRIER_UNICOM(31, "China Unicom in one spelling for each last digit.", carrier("china-unicom")),
  /** China Telecom in one spelling for each last digit. */
  CARRIER_TELECOM(
      32, "China Telecom in one spelling for each last digit.", carrier("china-telecom")),
  /** China Broadnet in one spelling for each last digit. */
  CARRIER_BROADNET(
      33, "China Broadnet in one spelling for each last digit.", carrier("china-broadnet")),

  // The account and the vendor's own failures.
  /** The account is in arrears. */
  ARREARS(40, "The account is in arrears.", all("refused: arrears (tencent's codes: as 00)")),
  /** The account has not switched the service on. */
  NOT_ACTIVATED_SERVICE(
      41,
      "The account has not switched the service on.",
      all("refused: not activated (tencent's codes: as 00)")),
  /** The key may not ask this. */
  NOT_PERMITTED(42, "The key may not ask this.", all("refused: not permitted")),
  /** An error code that no page lists. */
  UNLISTED_ERROR(43, "An error code that no page lists.", all("an unlisted error code")),
  /** The vendor's InternalError. */
  INTERNAL_ERROR(44, "The vendor's InternalError.", all("InternalError: perhaps carried out")),
  /** The vendor's own unknown internal error. */
  UNKNOWN_ERROR(
      45,
      "The vendor's own unknown internal error.",
      all("unknown internal error: perhaps carried out")),
  /** The account's owner has not proved who they are (alibaba's ids: of another owner). */
  ACCOUNT_UNVERIFIED(
      46,
      "The account's owner has not proved who they are (alibaba's ids: of another owner).",
      all("refused: the account")),
  /** The account's billing status is abnormal. */
  BILLING_STATUS(
      47,
      "The account's billing status is abnormal.",
      all("refused: the account (tencent's codes: as 00)")),

  // What happens to the reply. The question was carried out as in 00, and charged.
  /** The reply meets {@link Fault#RESET_BEFORE_REPLY}. */
  RESET_BEFORE_REPLY(60, Fault.RESET_BEFORE_REPLY),
  /** The reply meets {@link Fault#STALL}. */
  STALL(61, Fault.STALL),
  /** The reply meets {@link Fault#DRIP}. */
  DRIP(62, Fault.DRIP),
  /** The reply meets {@link Fault#HALF_REPLY}. */
  HALF_REPLY(63, Fault.HALF_REPLY),
  /** The reply meets {@link Fault#ENDLESS_BODY}. */
  ENDLESS_BODY(64, Fault.ENDLESS_BODY),
  /** The reply meets {@link Fault#HTML_502}. */
  HTML_502(65, Fault.HTML_502),
  /** The reply meets {@link Fault#HTML_200}. */
  HTML_200(66, Fault.HTML_200),
  /** The reply meets {@link Fault#EMPTY_200}. */
  EMPTY_200(67, Fault.EMPTY_200),
  /** The reply meets {@link Fault#EMPTY_OBJECT}. */
  EMPTY_OBJECT(68, Fault.EMPTY_OBJECT),
  /** The reply meets {@link Fault#REDIRECT_307}. */
  REDIRECT_307(69, Fault.REDIRECT_307),
  /** The reply meets {@link Fault#HTTP_429}. */
  HTTP_429(70, Fault.HTTP_429),
  /** The reply meets {@link Fault#HTTP_503}. */
  HTTP_503(71, Fault.HTTP_503),
  /** The reply meets {@link Fault#DISCONNECT}. */
  DISCONNECT(72, Fault.DISCONNECT),
  /** The reply meets {@link Fault#NOT_JSON_200}. */
  NOT_JSON_200(73, Fault.NOT_JSON_200),

  // Codes.
  /** No code is right. */
  CODE_WRONG(
      80,
      "No code is right.",
      CODE_VERIFICATION.says(
          "REJECTED (alibaba: n even HTTP 400 isv.ValidateFail, odd VerifyResult UNKNOWN, as for"
              + " every wrong code; 8 isv.ValidateFail at HTTP 200, 9 HTTP 400 SmsCodeVerifyFail)")),
  /** The code is too old. */
  CODE_EXPIRED(
      81,
      "The code is too old.",
      CODE_VERIFICATION.says("REJECTED: neither tencent nor alibaba says that it is the age")),
  /** Too many wrong codes. */
  CODE_ATTEMPTS_EXHAUSTED(
      82,
      "Too many wrong codes.",
      CODE_VERIFICATION.says(
          "REJECTED: tencent has no word for it (alibaba: the day's allowance is used up)")),
  /** The contact is verified already, whatever the code. */
  ALREADY_VERIFIED(
      83,
      "The contact is verified already, whatever the code.",
      CODE_VERIFICATION.says("ALREADY_VERIFIED (alibaba has no word for it: as 00)")),
  /** Too many codes were sent to this contact. */
  SENDING_LIMITED(
      84,
      "Too many codes were sent to this contact.",
      CODE_DELIVERY.says("refused: too many, free")),
  /** The code was right and the vendor failed to keep the contact. */
  CODE_NOT_ADDED(
      85,
      "The code was right and the vendor failed to keep the contact.",
      CODE_VERIFICATION.says("perhaps carried out (alibaba keeps none: as 00)")),
  /** The vendor failed to check the code. */
  CODE_CHECK_FAILED(
      86,
      "The vendor failed to check the code.",
      CODE_VERIFICATION.says("perhaps carried out, never to be repeated")),
  /** No code may be sent to this contact. */
  SENDING_PROHIBITED(
      87,
      "No code may be sent to this contact.",
      CODE_DELIVERY.says("refused: prohibited, free (alibaba: as 00)"));

  private static final Map<Check, String> GOOD =
      Cell.row(
          PHONE_STATUS.says("ACTIVE"),
          TENURE.says("[24,+)"),
          IDENTITY_MATCH.says("MATCH"),
          CODE_DELIVERY.says("sent"),
          CODE_VERIFICATION.says("123456 ACCEPTED, any other REJECTED"),
          PRE_VALIDATED_NUMBER.says("an id"),
          RECYCLED_NUMBER.says("SAME_HOLDER"),
          SIM_SWAP.says("not swapped; the last time 30 months ago"));

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

  /** {@return the two digits SS, 0 to 99} */
  public int number() {
    return number;
  }

  /** {@return a short name such as {@code busy-once}} */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what is the case, in one sentence for people} */
  public String sentence() {
    return sentence;
  }

  /**
   * {@return what this check answers, for people}
   *
   * @param check the kind of question
   */
  public String answers(Check check) {
    String cell = special.get(check);
    return cell != null ? cell : GOOD.getOrDefault(check, "");
  }

  /**
   * {@return what a CAMARA operator answers, for people; empty where it is as in {@link
   * #PLAIN_GOOD}}
   */
  public String camara() {
    return CamaraColumn.of(this);
  }

  /** {@return what Twilio answers, for people; empty where it is as in {@link #PLAIN_GOOD}} */
  public String twilio() {
    return TwilioColumn.of(this);
  }

  /** {@return what Meta answers, for people; empty where it is as in {@link #PLAIN_GOOD}} */
  public String meta() {
    return MetaColumn.of(this);
  }

  /** {@return what goes wrong with the reply, after the question was carried out} */
  public Optional<Fault> fault() {
    return fault;
  }

  /**
   * {@return one of the scenario's ten phone numbers, in E.164}
   *
   * @param digit the last digit, 0 to 9
   * @throws IllegalArgumentException if it is not a digit
   */
  public String phoneNumber(int digit) {
    return "+8613800138" + last(digit);
  }

  /**
   * {@return one of the scenario's ten phone numbers of a CAMARA operator, in E.164}
   *
   * @param digit the last digit, 0 to 9
   * @throws IllegalArgumentException if it is not a digit
   */
  public String camaraNumber(int digit) {
    return "+990123400" + last(digit);
  }

  /**
   * {@return one of the scenario's ten phone numbers of the United States, in E.164, for what is
   * asked about those alone: each in another area code, because there is no room for the digit}
   *
   * @param digit 0 to 9
   * @throws IllegalArgumentException if it is not a digit
   */
  public String usNumber(int digit) {
    return "+1%s55501%02d".formatted(MagicNumber.areaCode(checked(digit)), number);
  }

  private String last(int digit) {
    return "%02d%d".formatted(number, checked(digit));
  }

  private static int checked(int digit) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("digit is " + digit + ", expected 0 to 9");
    }
    return digit;
  }

  /** {@return the scenario's e-mail address} */
  public String emailAddress() {
    return "scenario-%02d@example.com".formatted(number);
  }
}
