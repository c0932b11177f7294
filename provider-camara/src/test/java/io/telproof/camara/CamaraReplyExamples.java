package io.telproof.camara;

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
import static io.telproof.spi.CheckType.TENURE;
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
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator says, from the definitions of the APIs. */
final class CamaraReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  /** For a tenure of so many months, and for a SIM swap within this time. */
  static ReplyExamples examples(int months, SimSwapOperation simSwap, Duration within) {
    CamaraReplyExamples examples = new CamaraReplyExamples();
    examples.status();
    examples.tenure(months);
    examples.identity();
    examples.sending();
    examples.checking();
    examples.recycling();
    if (simSwap == SimSwapOperation.CHECK) {
      examples.simSwap();
    } else {
      examples.simSwapDate(within);
    }
    List.of(
            PHONE_STATUS,
            TENURE,
            IDENTITY_MATCH,
            CODE_DELIVERY,
            CODE_VERIFICATION,
            RECYCLED_NUMBER,
            SIM_SWAP)
        .forEach(examples::common);
    return new ReplyExamples(examples.entries);
  }

  /** For a claim of a name without an identity number. */
  static ReplyExamples ofNameAlone() {
    CamaraReplyExamples examples = new CamaraReplyExamples();
    examples.name("true", value(IdentityVerdict.match(Carrier.UNKNOWN)));
    examples.name("false", value(mismatch(NAME)));
    examples.name("not_available", noValue(Gap.NO_RECORD));
    examples.says(
        IDENTITY_MATCH,
        "true",
        "{'nameMatch':'true','idDocumentMatch':'false'}",
        value(IdentityVerdict.match(Carrier.UNKNOWN)));
    examples.refuses(
        IDENTITY_MATCH,
        403,
        "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED",
        noValue(Gap.NOT_COVERED),
        UNSTATED);
    return new ReplyExamples(examples.entries);
  }

  private void name(String told, Meaning<?> means) {
    says(IDENTITY_MATCH, told, "{'nameMatch':'%s'}".formatted(told), means);
  }

  private void recycling() {
    says(RECYCLED_NUMBER, "true", "{'phoneNumberRecycled':true}", value(Recycling.RECYCLED));
    says(RECYCLED_NUMBER, "false", "{'phoneNumberRecycled':false}", value(Recycling.SAME_HOLDER));
    refuses(RECYCLED_NUMBER, 400, "OUT_OF_RANGE", noValue(Gap.UNDISCLOSED), FREE);
  }

  private void simSwap() {
    says(SIM_SWAP, "true", "{'swapped':true}", value(SimSwap.of(true)));
    says(SIM_SWAP, "false", "{'swapped':false}", value(SimSwap.of(false)));
    ofEitherOperation();
    entries.add(unsaid(SIM_SWAP, "check does not tell when", Shape.LAST_SWAP));
  }

  /** A swap is of so long ago, or still to come, that no clock matters. */
  private void simSwapDate(Duration within) {
    date(
        "{'latestSimChange':'2001-09-09T03:46:40.500+02:00'}",
        value(SimSwap.of(false).withLastSwap(Instant.parse("2001-09-09T01:46:40.500Z"))));
    date(
        "{'latestSimChange':'2999-09-18T07:37:53.471829447Z'}",
        value(SimSwap.of(true).withLastSwap(Instant.parse("2999-09-18T07:37:53.471829447Z"))));
    date(
        "{'latestSimChange':null,'monitoredPeriod':30}",
        within.toHours() <= 720 ? value(SimSwap.of(false)) : noValue(Gap.UNDISCLOSED));
    date("{'latestSimChange':null}", noValue(Gap.UNDISCLOSED));
    ofEitherOperation();
  }

  private void date(String body, Meaning<?> means) {
    says(SIM_SWAP, "", body, means);
  }

  private void ofEitherOperation() {
    refuses(SIM_SWAP, 400, "OUT_OF_RANGE", noValue(Gap.UNDISCLOSED), FREE);
    entries.add(
        ReplyExample.inferred(
                SIM_SWAP,
                "NOT_FOUND",
                refusal(404, "NOT_FOUND"),
                noValue(Gap.NOT_COVERED),
                UNSTATED)
            .status(404));
  }

  private void status() {
    voice("active", "active", "active/active", LineState.ACTIVE);
    voice("active", "suspended", "active/suspended", LineState.SUSPENDED);
    voice("suspended", "active", "suspended", LineState.SUSPENDED);
    entries.add(
        ReplyExample.unlisted(
            PHONE_STATUS,
            "frozen",
            "{\"voiceSmsIn\":\"frozen\",\"voiceSmsOut\":\"active\",\"dataService\":\"active\"}",
            noValue(Gap.UNDISCLOSED),
            UNSTATED));
    entries.add(
        unsaid(
            PHONE_STATUS,
            "a subscription is active or suspended",
            LineState.UNREACHABLE,
            LineState.NOT_ACTIVATED,
            LineState.OFF_NETWORK,
            LineState.CANCELLED,
            LineState.VACANT));
  }

  private void voice(String in, String out, String code, LineState state) {
    says(
        PHONE_STATUS,
        code,
        "{'voiceSmsIn':'%s','voiceSmsOut':'%s','dataService':'throttled'}".formatted(in, out),
        value(PhoneStatus.of(state)));
  }

  private void tenure(int months) {
    says(
        TENURE,
        "true",
        "{'tenureDateCheck':true,'contractType':'PAYM'}",
        value(Tenure.from(months)));
    says(TENURE, "false", "{'tenureDateCheck':false}", value(Tenure.between(0, months)));
    refuses(TENURE, 400, "OUT_OF_RANGE", noValue(Gap.UNDISCLOSED), UNSTATED);
  }

  private void identity() {
    match("true", "true", value(IdentityVerdict.match(Carrier.UNKNOWN)));
    match("true", "false", value(mismatch(ID_NUMBER)));
    match("false", "true", value(mismatch(NAME)));
    match("false", "false", value(mismatch(NAME, ID_NUMBER)));
    match("false", "not_available", value(mismatch(NAME)));
    match("true", "not_available", noValue(Gap.UNDISCLOSED));
    match("not_available", "true", noValue(Gap.UNDISCLOSED));
    match("not_available", "not_available", noValue(Gap.NO_RECORD));
    says(
        IDENTITY_MATCH,
        "false/true",
        "{'nameMatch':'false','nameMatchScore':87,'idDocumentMatch':'true'}",
        value(mismatch(NAME).withScore(87)));
    refuses(
        IDENTITY_MATCH,
        403,
        "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH",
        value(mismatch(ID_NUMBER)),
        UNSTATED);
    refuses(
        IDENTITY_MATCH,
        403,
        "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED",
        noValue(Gap.NOT_COVERED),
        UNSTATED);
    refuses(IDENTITY_MATCH, 404, "NOT_FOUND", noValue(Gap.NOT_COVERED), UNSTATED);
    entries.add(unsaid(IDENTITY_MATCH, "each part is told by itself", Shape.DIFFERING_NOT_TOLD));
  }

  private static IdentityVerdict mismatch(IdentityVerdict.Attribute... differing) {
    return IdentityVerdict.mismatch(Set.of(differing), Carrier.UNKNOWN);
  }

  private void match(String name, String document, Meaning<?> means) {
    says(
        IDENTITY_MATCH,
        name + "/" + document,
        "{'nameMatch':'%s','idDocumentMatch':'%s'}".formatted(name, document),
        means);
  }

  private void sending() {
    says(
        CODE_DELIVERY,
        "",
        "{'authenticationId':'ea0840f3-3663-4149'}",
        value(new CodeDispatch(Optional.of("ea0840f3-3663-4149"), Optional.empty())));
    String api = "ONE_TIME_PASSWORD_SMS.";
    refuses(CODE_DELIVERY, 403, api + "MAX_OTP_CODES_EXCEEDED", failed(FailureKind.QUOTA), FREE);
    refuses(
        CODE_DELIVERY, 403, api + "PHONE_NUMBER_NOT_ALLOWED", noValue(Gap.NOT_COVERED), UNSTATED);
    refuses(CODE_DELIVERY, 403, api + "PHONE_NUMBER_BLOCKED", noValue(Gap.UNDISCLOSED), UNSTATED);
    refuses(CODE_DELIVERY, 404, "NOT_FOUND", noValue(Gap.NOT_COVERED), UNSTATED);
    entries.add(unsaid(CODE_DELIVERY, "no page tells how long a code is good", Shape.EXPIRY));
  }

  private void checking() {
    entries.add(
        ReplyExample.documented(
                CODE_VERIFICATION, "HTTP-204", "", value(CodeVerdict.ACCEPTED), UNSTATED)
            .status(204));
    String api = "ONE_TIME_PASSWORD_SMS.";
    CheckType check = CODE_VERIFICATION;
    refuses(check, 400, api + "INVALID_OTP", value(CodeVerdict.REJECTED), UNSTATED);
    refuses(check, 400, api + "VERIFICATION_EXPIRED", value(CodeVerdict.EXPIRED), UNSTATED);
    refuses(
        check, 400, api + "VERIFICATION_FAILED", value(CodeVerdict.ATTEMPTS_EXHAUSTED), UNSTATED);
    entries.add(
        ReplyExample.inferred(
                check, "NOT_FOUND", refusal(404, "NOT_FOUND"), value(CodeVerdict.EXPIRED), UNSTATED)
            .status(404));
    entries.add(unsaid(check, "a code that was used is over", CodeVerdict.ALREADY_VERIFIED));
    entries.add(unsaid(check, "the operator knows codes, not numbers", Gap.UNDISCLOSED));
  }

  /** What all operations have in common. */
  private void common(CheckType check) {
    refuses(check, 400, "INVALID_ARGUMENT", failed(FailureKind.INVALID_REQUEST), UNSTATED);
    refuses(check, 401, "UNAUTHENTICATED", failed(FailureKind.UNAUTHORIZED), FREE);
    refuses(check, 403, "PERMISSION_DENIED", failed(FailureKind.UNAUTHORIZED), FREE);
    refuses(check, 404, "IDENTIFIER_NOT_FOUND", noValue(Gap.NOT_COVERED), UNSTATED);
    refuses(check, 422, "SERVICE_NOT_APPLICABLE", noValue(Gap.NOT_COVERED), UNSTATED);
    refuses(check, 422, "MISSING_IDENTIFIER", failed(FailureKind.ACCOUNT), FREE);
    refuses(check, 429, "QUOTA_EXCEEDED", failed(FailureKind.QUOTA), FREE);
    refuses(check, 429, "TOO_MANY_REQUESTS", failed(FailureKind.THROTTLED), FREE);
    refuses(check, 500, "INTERNAL", failed(FailureKind.INDETERMINATE), POSSIBLE);
    refuses(check, 503, "UNAVAILABLE", failed(FailureKind.UNAVAILABLE), FREE);
    entries.add(
        ReplyExample.documented(
                check,
                "53",
                "{\"code\":53,\"message\":\"Too many requests\"}",
                failed(FailureKind.THROTTLED),
                FREE)
            .status(403));
    entries.add(
        ReplyExample.unlisted(
                check,
                "NEWLY_INVENTED",
                refusal(400, "NEWLY_INVENTED"),
                failed(FailureKind.PROTOCOL),
                POSSIBLE)
            .status(400));
    entries.add(unsaid(check, "CAMARA says nothing of money", CHARGED));
    entries.add(unsaid(check, "a number is this operator's, or it is not", Gap.NO_SUCH_NUMBER));
    if (check != IDENTITY_MATCH) {
      entries.add(unsaid(check, "unless an aggregator's settings say so", Gap.NO_RECORD));
    }
  }

  private void says(CheckType check, String code, String body, Meaning<?> means) {
    entries.add(ReplyExample.documented(check, code, body.replace('\'', '"'), means, UNSTATED));
  }

  private void refuses(CheckType check, int status, String code, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.documented(check, code, refusal(status, code), means, charge).status(status));
  }

  private static String refusal(int status, String code) {
    return "{\"status\":%d,\"code\":\"%s\",\"message\":\"of no account\"}".formatted(status, code);
  }
}
