package io.telproof.twilio;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.CheckType.CODE_DELIVERY;
import static io.telproof.spi.CheckType.CODE_VERIFICATION;
import static io.telproof.spi.CheckType.IDENTITY_MATCH;
import static io.telproof.spi.CheckType.PHONE_STATUS;
import static io.telproof.spi.CheckType.RECYCLED_NUMBER;
import static io.telproof.spi.CheckType.SIM_SWAP;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;
import static io.telproof.testkit.ReplyExamples.unsaid;

import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.Recycling;
import io.telproof.SimSwap;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Twilio says, from its pages. */
final class TwilioReplyExamples {
  private static final Map<CheckType, String> PACKAGES =
      Map.of(
          PHONE_STATUS, "line_status",
          IDENTITY_MATCH, "identity_match",
          RECYCLED_NUMBER, "reassigned_number",
          SIM_SWAP, "sim_swap");

  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  /** For a SIM swap within this time. */
  static ReplyExamples examples(Duration within) {
    TwilioReplyExamples examples = new TwilioReplyExamples();
    examples.lineStatus();
    examples.identity();
    examples.reassigned();
    examples.simSwap(within);
    PACKAGES.keySet().forEach(examples::packageErrors);
    examples.sending();
    examples.checking();
    List.of(
            PHONE_STATUS,
            IDENTITY_MATCH,
            RECYCLED_NUMBER,
            SIM_SWAP,
            CODE_DELIVERY,
            CODE_VERIFICATION)
        .forEach(examples::common);
    return new ReplyExamples(examples.entries);
  }

  /** For a claim of given and family name and no identity number. */
  static ReplyExamples ofNameAlone() {
    TwilioReplyExamples examples = new TwilioReplyExamples();
    examples.names("exact_match", "exact_match", value(IdentityVerdict.match(Carrier.UNKNOWN)));
    examples.names("no_match", "exact_match", value(mismatch(NAME)));
    examples.names("exact_match", "partial_match", value(mismatch(NAME)));
    examples.names("exact_match", "no_data_available", noValue(Gap.UNDISCLOSED));
    examples.names("no_data_available", "no_data_available", noValue(Gap.NO_RECORD));
    return new ReplyExamples(examples.entries);
  }

  private void lineStatus() {
    status("Active", value(PhoneStatus.of(LineState.ACTIVE)));
    status("active", value(PhoneStatus.of(LineState.ACTIVE)));
    status("Reachable", value(PhoneStatus.of(LineState.ACTIVE)));
    status("Unreachable", value(PhoneStatus.of(LineState.UNREACHABLE)));
    status("inactive", value(PhoneStatus.of(LineState.VACANT)));
    status("Unknown", noValue(Gap.UNDISCLOSED));
    error(PHONE_STATUS, "60625", value(PhoneStatus.of(LineState.CANCELLED)), FREE);
    entries.add(
        unsaid(
            PHONE_STATUS,
            "the page has no word for it",
            LineState.SUSPENDED,
            LineState.NOT_ACTIVATED,
            LineState.OFF_NETWORK));
  }

  private void status(String word, Meaning<?> means) {
    says(
        PHONE_STATUS,
        word.toLowerCase(Locale.ROOT),
        "{'status':'%s','error_code':null}".formatted(word),
        means,
        CHARGED);
  }

  private void identity() {
    grades("exact_match", "exact_match", value(IdentityVerdict.match(Carrier.UNKNOWN)));
    grades("no_match", "exact_match", value(mismatch(NAME)));
    grades("high_partial_match", "exact_match", value(mismatch(NAME)));
    grades("exact_match", "no_match", value(mismatch(ID_NUMBER)));
    grades("partial_match", "no_match", value(mismatch(NAME, ID_NUMBER)));
    grades("exact_match", "no_data_available", noValue(Gap.UNDISCLOSED));
    grades("no_match", "no_data_available", value(mismatch(NAME)));
    says(
        IDENTITY_MATCH,
        "exact_match/no_match/exact_match",
        "{'first_name_match':'exact_match','last_name_match':'no_match',"
            + "'national_id_match':'exact_match','summary_score':80,'error_code':null}",
        value(mismatch(NAME).withScore(80)),
        CHARGED);
    says(
        IDENTITY_MATCH,
        "no_data_available/no_data_available/no_data_available",
        "{'first_name_match':'no_data_available','last_name_match':'no_data_available',"
            + "'national_id_match':'no_data_available','summary_score':null}",
        noValue(Gap.NO_RECORD),
        CHARGED);
    entries.add(unsaid(IDENTITY_MATCH, "each part is graded", Shape.DIFFERING_NOT_TOLD));
  }

  private static IdentityVerdict mismatch(IdentityVerdict.Attribute... differing) {
    return IdentityVerdict.mismatch(Set.of(differing), Carrier.UNKNOWN);
  }

  private void grades(String first, String id, Meaning<?> means) {
    says(
        IDENTITY_MATCH,
        first + "/exact_match/" + id,
        ("{'first_name_match':'%s','last_name_match':'exact_match','national_id_match':'%s',"
                + "'date_of_birth_match':'no_data_available','summary_score':null,"
                + "'error_code':null}")
            .formatted(first, id),
        means,
        CHARGED);
  }

  private void names(String first, String last, Meaning<?> means) {
    says(
        IDENTITY_MATCH,
        first + "/" + last,
        ("{'first_name_match':'%s','last_name_match':'%s','national_id_match':'no_data_available',"
                + "'error_code':null}")
            .formatted(first, last),
        means,
        CHARGED);
  }

  private void reassigned() {
    reassigned("yes", value(Recycling.RECYCLED));
    reassigned("no", value(Recycling.SAME_HOLDER));
    reassigned("no_data_available", noValue(Gap.NO_RECORD));
    entries.add(unsaid(RECYCLED_NUMBER, "the page does not tell what is billed", CHARGED));
    entries.add(unsaid(RECYCLED_NUMBER, "it is yes, no or no data", Gap.UNDISCLOSED));
  }

  private void reassigned(String word, Meaning<?> means) {
    says(
        RECYCLED_NUMBER,
        word,
        "{'last_verified_date':'20240531','is_number_reassigned':'%s','error_code':null}"
            .formatted(word),
        means,
        UNSTATED);
  }

  /** A swap with a date is of so long ago, or still to come, that no clock matters. */
  private void simSwap(Duration within) {
    swap(
        "'2001-09-09T01:46:40Z'",
        "PT24H",
        false,
        value(SimSwap.of(false).withLastSwap(Instant.parse("2001-09-09T01:46:40Z"))));
    swap(
        "'2999-09-18T07:37:53+02:00'",
        "PT24H",
        true,
        value(SimSwap.of(true).withLastSwap(Instant.parse("2999-09-18T05:37:53Z"))));
    long hours = within.toHours();
    swap("null", "PT48H", false, hours <= 48 ? value(SimSwap.of(false)) : undisclosed());
    swap("null", "PT48H", true, hours >= 48 ? value(SimSwap.of(true)) : undisclosed());
    swap("null", "P30D", false, hours <= 720 ? value(SimSwap.of(false)) : undisclosed());
    says(SIM_SWAP, "null", "{'last_sim_swap':null,'error_code':null}", undisclosed(), UNSTATED);
    error(SIM_SWAP, "60620", undisclosed(), CHARGED);
    says(
        SIM_SWAP,
        "60621/false",
        "{'last_sim_swap':{'last_sim_swap_date':'2001-09-09T01:46:40Z','swapped_period':'PT24H',"
            + "'swapped_in_period':false},'carrier_name':null,'error_code':60621}",
        value(SimSwap.of(false).withLastSwap(Instant.parse("2001-09-09T01:46:40Z"))),
        CHARGED);
    add(
        ReplyExample.documented(
            SIM_SWAP, "null", body(SIM_SWAP, "null"), noValue(Gap.NOT_COVERED), FREE));
  }

  private static Meaning<?> undisclosed() {
    return noValue(Gap.UNDISCLOSED);
  }

  private void swap(String date, String period, boolean flag, Meaning<?> means) {
    says(
        SIM_SWAP,
        Boolean.toString(flag),
        ("{'last_sim_swap':{'last_sim_swap_date':%s,'swapped_period':'%s',"
                + "'swapped_in_period':%s},'carrier_name':'Vodafone UK',"
                + "'mobile_country_code':'276','mobile_network_code':'02','error_code':null}")
            .formatted(date, period, flag),
        means,
        CHARGED);
  }

  /** What stands inside a reply of HTTP 200. */
  private void packageErrors(CheckType check) {
    boolean rule = check == PHONE_STATUS || check == IDENTITY_MATCH;
    Charge lookedUp = rule ? FREE : UNSTATED;
    add(
        ReplyExample.documented(
            check,
            "false",
            "{\"phone_number\":\"+1\",\"valid\":false,\"validation_errors\":[\"TOO_SHORT\"],\""
                + PACKAGES.get(check)
                + "\":null}",
            noValue(Gap.NO_SUCH_NUMBER),
            FREE));
    error(check, "60600", noValue(Gap.NO_RECORD), lookedUp);
    error(check, "60607", noValue(Gap.NOT_COVERED), check == SIM_SWAP ? FREE : lookedUp);
    error(check, "60612", noValue(Gap.NOT_COVERED), lookedUp);
    error(check, "60608", failed(FailureKind.UNAVAILABLE), lookedUp);
    error(check, "60613", failed(FailureKind.UNAVAILABLE), UNSTATED);
    error(check, "60606", failed(FailureKind.ACCOUNT), FREE);
    error(check, "60614", failed(FailureKind.ACCOUNT), FREE);
    error(check, "60611", failed(FailureKind.QUOTA), FREE);
    error(check, "60626", failed(FailureKind.QUOTA), FREE);
    error(check, "60616", failed(FailureKind.THROTTLED), FREE);
    error(check, "60617", failed(FailureKind.INVALID_REQUEST), FREE);
    error(check, "60618", failed(FailureKind.INVALID_REQUEST), FREE);
  }

  private void sending() {
    String sid = "VE5e1f0a7c5a11d0b05e1f0a7c5a11d0b0";
    add(
        ReplyExample.documented(
                CODE_DELIVERY,
                "",
                ("{\"sid\":\"%s\",\"to\":\"+12015550100\",\"channel\":\"sms\","
                        + "\"status\":\"pending\",\"valid\":false}")
                    .formatted(sid),
                value(new CodeDispatch(Optional.of(sid), Optional.empty())),
                UNSTATED)
            .status(201));
    refuses(CODE_DELIVERY, 400, "60200", failed(FailureKind.INVALID_REQUEST), FREE);
    refuses(CODE_DELIVERY, 400, "60205", noValue(Gap.NOT_COVERED), UNSTATED);
    refuses(CODE_DELIVERY, 400, "60006", noValue(Gap.NO_SUCH_NUMBER), UNSTATED);
    refuses(CODE_DELIVERY, 429, "60203", failed(FailureKind.QUOTA), FREE);
    refuses(CODE_DELIVERY, 429, "60212", failed(FailureKind.THROTTLED), FREE);
    refuses(CODE_DELIVERY, 403, "60223", failed(FailureKind.ACCOUNT), FREE);
    refuses(CODE_DELIVERY, 404, "20404", failed(FailureKind.ACCOUNT), FREE);
    refuses(CODE_DELIVERY, 403, "60410", noValue(Gap.UNDISCLOSED), UNSTATED);
    entries.add(unsaid(CODE_DELIVERY, "the reply does not tell how long", Shape.EXPIRY));
    entries.add(unsaid(CODE_DELIVERY, "the price of a code was not found", CHARGED));
    entries.add(
        unsaid(
            CODE_DELIVERY,
            "no record is kept of numbers, and no code says: busy",
            Gap.NO_RECORD,
            FailureKind.UNAVAILABLE));
  }

  private void checking() {
    verdict("approved", CodeVerdict.ACCEPTED);
    verdict("pending", CodeVerdict.REJECTED);
    verdict("max_attempts_reached", CodeVerdict.ATTEMPTS_EXHAUSTED);
    verdict("expired", CodeVerdict.EXPIRED);
    verdict("canceled", CodeVerdict.EXPIRED);
    verdict("deleted", CodeVerdict.EXPIRED);
    verdict("failed", CodeVerdict.EXPIRED);
    CheckType check = CODE_VERIFICATION;
    refuses(check, 404, "20404", value(CodeVerdict.EXPIRED), UNSTATED);
    refuses(check, 429, "60202", value(CodeVerdict.ATTEMPTS_EXHAUSTED), UNSTATED);
    refuses(check, 400, "60200", failed(FailureKind.INVALID_REQUEST), FREE);
    refuses(check, 403, "20008", failed(FailureKind.ACCOUNT), FREE);
    entries.add(unsaid(check, "a verification that is over is gone", CodeVerdict.ALREADY_VERIFIED));
    entries.add(unsaid(check, "the price of a code was not found", CHARGED));
    entries.add(
        unsaid(
            check,
            "Twilio looks at codes here, not at numbers, and no code says: busy, or: enough",
            Gap.NO_RECORD,
            Gap.NO_SUCH_NUMBER,
            Gap.UNDISCLOSED,
            Gap.NOT_COVERED,
            FailureKind.QUOTA,
            FailureKind.UNAVAILABLE));
  }

  private void verdict(String status, CodeVerdict verdict) {
    add(
        ReplyExample.documented(
            CODE_VERIFICATION,
            status,
            "{\"sid\":\"VE5e1f0a7c5a11d0b05e1f0a7c5a11d0b0\",\"status\":\"%s\",\"valid\":%s}"
                .formatted(status, verdict == CodeVerdict.ACCEPTED),
            value(verdict),
            UNSTATED));
  }

  /** What all operations have in common. */
  private void common(CheckType check) {
    refuses(check, 401, "20003", failed(FailureKind.UNAUTHORIZED), FREE);
    refuses(check, 429, "20429", failed(FailureKind.THROTTLED), FREE);
    refuses(check, 500, "20500", failed(FailureKind.INDETERMINATE), POSSIBLE);
    add(
        ReplyExample.unlisted(
                check, "60998", refusal(400, "60998"), failed(FailureKind.PROTOCOL), POSSIBLE)
            .status(400));
  }

  private void says(CheckType check, String code, String found, Meaning<?> means, Charge charge) {
    add(ReplyExample.documented(check, code, body(check, found), means, charge));
  }

  private void error(CheckType check, String code, Meaning<?> means, Charge charge) {
    says(check, code, "{'error_code':%s}".formatted(code), means, charge);
  }

  private static String body(CheckType check, String found) {
    return "{'calling_country_code':'1','phone_number':'+12015550100','valid':true,'%s':%s}"
        .formatted(PACKAGES.get(check), found)
        .replace('\'', '"');
  }

  private void refuses(CheckType check, int status, String code, Meaning<?> means, Charge charge) {
    add(ReplyExample.documented(check, code, refusal(status, code), means, charge).status(status));
  }

  private static String refusal(int status, String code) {
    return "{\"code\":%s,\"message\":\"of no account\",\"status\":%d}".formatted(code, status);
  }

  private void add(ReplyExample example) {
    entries.add(example.header("Twilio-Request-Id", ReplyExample.REQUEST_ID));
  }
}
