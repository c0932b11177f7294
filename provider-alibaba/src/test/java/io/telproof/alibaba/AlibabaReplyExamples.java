package io.telproof.alibaba;

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
import static io.telproof.spi.CheckType.PRE_VALIDATED_NUMBER;
import static io.telproof.spi.CheckType.RECYCLED_NUMBER;
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
import io.telproof.PreValidatedId;
import io.telproof.Recycling;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Alibaba Cloud says, from its pages: Cloudauth, Dypnsapi and Cams. */
final class AlibabaReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  static ReplyExamples examples() {
    AlibabaReplyExamples examples = new AlibabaReplyExamples();
    examples.status();
    examples.tenure();
    examples.identity();
    examples.codes();
    examples.preValidated();
    examples.recycled();
    for (CheckType each : CheckType.values()) {
      if (each == CheckType.SIM_SWAP) {
        continue;
      }
      examples.refused(each, "SignatureDoesNotMatch", failed(FailureKind.UNAUTHORIZED), FREE);
      examples.refused(each, "Forbidden.RAM", failed(FailureKind.UNAUTHORIZED), FREE);
      examples.refused(each, "Throttling", failed(FailureKind.THROTTLED), FREE);
      examples.entries.add(
          ReplyExample.unlisted(
                  each,
                  "Newly.Invented",
                  refusal("Newly.Invented"),
                  failed(FailureKind.PROTOCOL),
                  POSSIBLE)
              .status(400));
    }
    return new ReplyExamples(examples.entries);
  }

  /** To a claim without an identity number. */
  static ReplyExamples nameAlone() {
    AlibabaReplyExamples examples = new AlibabaReplyExamples();
    examples.nameAlone("1", IdentityVerdict.match(Carrier.UNKNOWN));
    examples.nameAlone("2", IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN));
    examples.result(IDENTITY_MATCH, "200/3", "'BizCode':'3'", noValue(Gap.NO_RECORD), FREE);
    examples.result(
        IDENTITY_MATCH,
        "200/1",
        "'BizCode':'1','IspName':'CMCC'",
        value(IdentityVerdict.match(Carrier.CHINA_MOBILE)),
        CHARGED);
    examples.cloudauth(IDENTITY_MATCH);
    return new ReplyExamples(examples.entries);
  }

  private void nameAlone(String biz, IdentityVerdict verdict) {
    result(IDENTITY_MATCH, "200/" + biz, "'BizCode':'%s'".formatted(biz), value(verdict), CHARGED);
  }

  private void recycled() {
    recycled("101", value(Recycling.SAME_HOLDER));
    recycled("102", value(Recycling.RECYCLED));
    recycled("103", noValue(Gap.UNDISCLOSED));
    result(RECYCLED_NUMBER, "200/3", "'BizCode':'3','SubCode':'301'", noValue(Gap.NO_RECORD), FREE);
    entries.add(
        ReplyExample.unlisted(
            RECYCLED_NUMBER,
            "200/1/104",
            success("200", "ResultObject", "'BizCode':'1','SubCode':'104'"),
            failed(FailureKind.PROTOCOL),
            CHARGED));
    cloudauth(RECYCLED_NUMBER);
  }

  private void recycled(String sub, Meaning<?> means) {
    result(
        RECYCLED_NUMBER,
        "200/1/" + sub,
        "'BizCode':'1','SubCode':'%s'".formatted(sub),
        means,
        CHARGED);
  }

  private void status() {
    state("1", "101", LineState.ACTIVE);
    state("2", "201", LineState.SUSPENDED);
    state("2", "202", LineState.CANCELLED);
    state("2", "203", LineState.UNREACHABLE);
    state("2", "204", LineState.NOT_ACTIVATED);
    result(
        PHONE_STATUS, "200/3", "'BizCode':'3','SubCode':'301'", noValue(Gap.NO_RECORD), UNSTATED);
    entries.add(
        ReplyExample.unlisted(
            PHONE_STATUS,
            "200/2/205",
            success("200", "ResultObject", "'BizCode':'2','SubCode':'205'"),
            noValue(Gap.UNDISCLOSED),
            UNSTATED));
    cloudauth(PHONE_STATUS);
    entries.add(
        unsaid(
            PHONE_STATUS,
            "the SubCodes know no such state",
            LineState.OFF_NETWORK,
            LineState.VACANT));
    entries.add(unsaid(PHONE_STATUS, "no page says what is billed", CHARGED));
  }

  private void state(String biz, String sub, LineState state) {
    result(
        PHONE_STATUS,
        "200/" + biz + "/" + sub,
        "'BizCode':'%s','SubCode':'%s','IspName':'CMCC'".formatted(biz, sub),
        value(new PhoneStatus(state, Carrier.CHINA_MOBILE)),
        UNSTATED);
  }

  private void tenure() {
    interval("1", Tenure.between(0, 3));
    interval("2", Tenure.between(3, 6));
    interval("3", Tenure.between(6, 12));
    interval("4", Tenure.between(12, 24));
    interval("5", Tenure.from(24));
    result(TENURE, "200/3", "'BizCode':'3'", noValue(Gap.NO_RECORD), FREE);
    result(TENURE, "200/1", "'BizCode':'1','TimeCode':''", noValue(Gap.UNDISCLOSED), CHARGED);
    cloudauth(TENURE);
  }

  private void interval(String code, Tenure tenure) {
    result(
        TENURE,
        "200/1/" + code,
        "'BizCode':'1','TimeCode':'%s'".formatted(code),
        value(tenure),
        CHARGED);
  }

  private void identity() {
    verdict("1", "101", IdentityVerdict.match(Carrier.UNKNOWN));
    verdict("2", "201", IdentityVerdict.mismatch(Set.of(NAME, ID_NUMBER), Carrier.UNKNOWN));
    verdict("2", "202", IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN));
    verdict("2", "203", IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN));
    verdict("2", "204", IdentityVerdict.mismatch(Carrier.UNKNOWN));
    result(IDENTITY_MATCH, "200/3", "'BizCode':'3'", noValue(Gap.NO_RECORD), FREE);
    cloudauth(IDENTITY_MATCH);
    entries.add(unsaid(IDENTITY_MATCH, "what is on file is compared", Gap.UNDISCLOSED));
  }

  private void verdict(String biz, String sub, IdentityVerdict verdict) {
    result(
        IDENTITY_MATCH,
        "200/" + biz + "/" + sub,
        "'BizCode':'%s','SubCode':'%s'".formatted(biz, sub),
        value(verdict),
        CHARGED);
  }

  /** The page of return codes that the three operations of Cloudauth share. */
  private void cloudauth(CheckType check) {
    refused(check, "400", failed(FailureKind.INVALID_REQUEST), FREE);
    refused(check, "402", failed(FailureKind.UNAVAILABLE), UNSTATED);
    refused(check, "403", failed(FailureKind.QUOTA), FREE);
    refused(check, "405", noValue(Gap.NOT_COVERED), FREE);
    refused(check, "412", failed(FailureKind.ACCOUNT), FREE);
    refused(check, "500", failed(FailureKind.INDETERMINATE), POSSIBLE);
    entries.add(unsaid(check, "a number that is nobody's has no record", Gap.NO_SUCH_NUMBER));
  }

  private void codes() {
    CodeDispatch sent =
        new CodeDispatch(Optional.empty(), Optional.of(ReplyExample.after(Duration.ofMinutes(5))));
    model(CODE_DELIVERY, "OK", "'BizId':'1'", value(sent), POSSIBLE);
    refused(CODE_DELIVERY, "biz.FREQUENCY", failed(FailureKind.THROTTLED), FREE);
    entries.add(unsaid(CODE_DELIVERY, "the check wants to see no handle", Shape.HANDLE));
    model(CODE_VERIFICATION, "OK/PASS", "'VerifyResult':'PASS'", value(CodeVerdict.ACCEPTED), FREE);
    model(
        CODE_VERIFICATION,
        "OK/UNKNOWN",
        "'VerifyResult':'UNKNOWN'",
        value(CodeVerdict.REJECTED),
        FREE);
    refused(CODE_VERIFICATION, "isv.ValidateFail", value(CodeVerdict.REJECTED), FREE);
    entries.add(
        unsaid(
            CODE_VERIFICATION,
            "whatever is not the code is UNKNOWN",
            CodeVerdict.EXPIRED,
            CodeVerdict.ATTEMPTS_EXHAUSTED,
            CodeVerdict.ALREADY_VERIFIED));
    for (CheckType each : List.of(CODE_DELIVERY, CODE_VERIFICATION)) {
      refused(each, "isv.MOBILE_NUMBER_ILLEGAL", failed(FailureKind.INVALID_REQUEST), FREE);
      refused(each, "isv.BUSINESS_LIMIT_CONTROL", failed(FailureKind.QUOTA), FREE);
      refused(each, "isv.AMOUNT_NOT_ENOUGH", failed(FailureKind.ACCOUNT), FREE);
      refused(each, "isp.SYSTEM_ERROR", failed(FailureKind.INDETERMINATE), POSSIBLE);
      refused(each, "ServiceUnavailable", failed(FailureKind.UNAVAILABLE), FREE);
      entries.add(
          unsaid(
              each,
              "the product knows codes, not numbers",
              Gap.NO_SUCH_NUMBER,
              Gap.NO_RECORD,
              Gap.UNDISCLOSED));
      entries.add(unsaid(each, "billed by delivery, or not at all", CHARGED, UNSTATED));
    }
  }

  private void preValidated() {
    CheckType check = PRE_VALIDATED_NUMBER;
    entries.add(
        ReplyExample.inferred(
            check,
            "OK",
            success("OK", "Data", "'PhoneNumberId':'222434','PhoneNumber':'92333'"),
            value(new PreValidatedId("222434", Optional.of("92333"))),
            UNSTATED));
    refused(check, "Product.Unsubscript", failed(FailureKind.ACCOUNT), FREE);
    refused(check, "System.LimitControl", failed(FailureKind.THROTTLED), FREE);
    refused(check, "MissingParameter", failed(FailureKind.INVALID_REQUEST), FREE);
    refused(check, "ServiceUnavailable", failed(FailureKind.UNAVAILABLE), FREE);
    refused(check, "InternalError", failed(FailureKind.INDETERMINATE), POSSIBLE);
    entries.add(
        unsaid(
            check,
            "the page has no code for a number that was not bought",
            Gap.NO_SUCH_NUMBER,
            Gap.NO_RECORD,
            Gap.UNDISCLOSED,
            Gap.NOT_COVERED));
    entries.add(unsaid(check, "the page knows no allowance of a day", FailureKind.QUOTA));
    entries.add(unsaid(check, "no page names a price", CHARGED));
  }

  private void result(
      CheckType check, String code, String members, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.documented(
            check, code, success("200", "ResultObject", members), means, charge));
  }

  private void model(
      CheckType check, String code, String members, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.documented(check, code, success("OK", "Model", members), means, charge));
  }

  private void refused(CheckType check, String code, Meaning<?> means, Charge charge) {
    entries.add(ReplyExample.documented(check, code, refusal(code), means, charge).status(400));
  }

  private static String refusal(String code) {
    return "{'RequestId':'%s','Code':'%s','Message':'of no account'}"
        .formatted(ReplyExample.REQUEST_ID, code)
        .replace('\'', '"');
  }

  private static String success(String code, String holder, String members) {
    return "{'RequestId':'%s','Code':'%s','Message':'None','%s':{%s}}"
        .formatted(ReplyExample.REQUEST_ID, code, holder, members)
        .replace('\'', '"');
  }
}
