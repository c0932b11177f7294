package io.telproof.tencent;

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
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Tencent Cloud says, from its pages; the international edition's names for codes. */
final class TencentReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  static ReplyExamples examples() {
    TencentReplyExamples examples = new TencentReplyExamples();
    examples.status();
    examples.tenure();
    examples.identity();
    examples.codes();
    for (CheckType each :
        List.of(PHONE_STATUS, TENURE, IDENTITY_MATCH, CODE_DELIVERY, CODE_VERIFICATION)) {
      examples.common(each);
    }
    return new ReplyExamples(examples.entries);
  }

  private void status() {
    state("0", LineState.ACTIVE);
    state("1", LineState.SUSPENDED);
    state("2", LineState.CANCELLED);
    state("3", LineState.VACANT);
    state("4", LineState.OFF_NETWORK);
    state("5", LineState.UNREACHABLE);
    says(PHONE_STATUS, "0/99", "'Result':'0','StatusCode':'99'", noValue(Gap.UNDISCLOSED), CHARGED);
    says(PHONE_STATUS, "-1", "'Result':'-1','StatusCode':'99'", noValue(Gap.NO_RECORD), FREE);
    says(PHONE_STATUS, "-13", "'Result':'-13'", noValue(Gap.NOT_COVERED), FREE);
    refusals(PHONE_STATUS, "-2", "-3", "-4");
    unlisted(
        PHONE_STATUS, "0/77", "'Result':'0','StatusCode':'77'", noValue(Gap.UNDISCLOSED), CHARGED);
    entries.add(unsaid(PHONE_STATUS, "the pages know no such state", LineState.NOT_ACTIVATED));
    entries.add(unsaid(PHONE_STATUS, "a vacant number is a state here", Gap.NO_SUCH_NUMBER));
    entries.add(unsaid(PHONE_STATUS, "the page prices every outcome", UNSTATED));
  }

  private void state(String code, LineState state) {
    says(
        PHONE_STATUS,
        "0/" + code,
        "'Result':'0','StatusCode':" + code,
        value(PhoneStatus.of(state)),
        CHARGED);
  }

  /** The three results by which a question is refused, in the order of the page. */
  private void refusals(CheckType check, String wrong, String busy, String often) {
    says(check, wrong, "'Result':'%s'".formatted(wrong), failed(FailureKind.INVALID_REQUEST), FREE);
    says(check, busy, "'Result':'%s'".formatted(busy), failed(FailureKind.UNAVAILABLE), FREE);
    says(check, often, "'Result':'%s'".formatted(often), failed(FailureKind.QUOTA), FREE);
  }

  private void tenure() {
    range("[0,3)", Tenure.between(0, 3));
    range("[6,12)", Tenure.between(6, 12));
    range("[24,+)", Tenure.from(24));
    range("(24,+]", Tenure.from(24));
    says(TENURE, "0", "'Result':'0','Range':''", noValue(Gap.UNDISCLOSED), CHARGED);
    says(TENURE, "0", "'Result':'0','Range':'long'", failed(FailureKind.PROTOCOL), CHARGED);
    says(TENURE, "-0", "'Result':'-0','Range':'[3,6)'", value(Tenure.between(3, 6)), CHARGED);
    says(TENURE, "-2", "'Result':'-2'", noValue(Gap.NO_SUCH_NUMBER), CHARGED);
    says(TENURE, "-3", "'Result':'-3'", noValue(Gap.UNDISCLOSED), CHARGED);
    says(TENURE, "-13", "'Result':'-13'", noValue(Gap.NOT_COVERED), FREE);
    refusals(TENURE, "-1", "-4", "-5");
    entries.add(unsaid(TENURE, "a number that exists has a tenure", Gap.NO_RECORD));
    entries.add(unsaid(TENURE, "the page prices every outcome", UNSTATED));
  }

  private void range(String text, Tenure tenure) {
    says(TENURE, "0", "'Result':'0','Range':'%s'".formatted(text), value(tenure), CHARGED);
  }

  private void identity() {
    Carrier unknown = Carrier.UNKNOWN;
    verdict("0", IdentityVerdict.match(unknown));
    verdict("-1", IdentityVerdict.mismatch(Set.of(NAME, ID_NUMBER), unknown));
    verdict("-2", IdentityVerdict.mismatch(Set.of(NAME), unknown));
    verdict("-3", IdentityVerdict.mismatch(Set.of(ID_NUMBER), unknown));
    verdict("-4", IdentityVerdict.mismatch(unknown));
    says(
        IDENTITY_MATCH,
        "0",
        "'Result':'0','Isp':'移动'",
        value(IdentityVerdict.match(Carrier.CHINA_MOBILE)),
        CHARGED);
    says(IDENTITY_MATCH, "-5", "'Result':'-5'", noValue(Gap.NO_RECORD), CHARGED);
    says(IDENTITY_MATCH, "-9", "'Result':'-9'", noValue(Gap.NO_RECORD), FREE);
    says(IDENTITY_MATCH, "-10", "'Result':'-10'", noValue(Gap.UNDISCLOSED), FREE);
    says(IDENTITY_MATCH, "-13", "'Result':'-13'", noValue(Gap.NOT_COVERED), FREE);
    says(IDENTITY_MATCH, "-7", "'Result':'-7'", failed(FailureKind.INVALID_REQUEST), FREE);
    refusals(IDENTITY_MATCH, "-6", "-11", "-12");
    entries.add(
        unsaid(IDENTITY_MATCH, "a number that is nobody's has no record", Gap.NO_SUCH_NUMBER));
    entries.add(unsaid(IDENTITY_MATCH, "the page prices every outcome", UNSTATED));
  }

  private void verdict(String result, IdentityVerdict verdict) {
    says(IDENTITY_MATCH, result, "'Result':'%s'".formatted(result), value(verdict), CHARGED);
  }

  private void codes() {
    CodeDispatch sent = new CodeDispatch(Optional.empty(), Optional.empty());
    says(CODE_DELIVERY, "", "'X':1", value(sent), UNSTATED);
    error(
        CODE_DELIVERY,
        "InternalError.SendVerifyCodeErr",
        failed(FailureKind.INDETERMINATE),
        POSSIBLE);
    entries.add(
        unsaid(CODE_DELIVERY, "the response has nothing but an id", Shape.HANDLE, Shape.EXPIRY));
    says(CODE_VERIFICATION, "", "'X':1", value(CodeVerdict.ACCEPTED), UNSTATED);
    error(CODE_VERIFICATION, "InternalError.VerifyCodeErr", value(CodeVerdict.REJECTED), UNSTATED);
    error(
        CODE_VERIFICATION,
        "InternalError.VerifiedPhoneEmailErr",
        value(CodeVerdict.ALREADY_VERIFIED),
        UNSTATED);
    error(
        CODE_VERIFICATION,
        "InternalError.CheckVerifyCodeErr",
        failed(FailureKind.INDETERMINATE),
        POSSIBLE);
    entries.add(
        unsaid(
            CODE_VERIFICATION,
            "a code that is too old is a wrong one here",
            CodeVerdict.EXPIRED,
            CodeVerdict.ATTEMPTS_EXHAUSTED));
    for (CheckType each : List.of(CODE_DELIVERY, CODE_VERIFICATION)) {
      entries.add(
          unsaid(
              each,
              "the product knows contacts, not numbers",
              Gap.NO_SUCH_NUMBER,
              Gap.NO_RECORD,
              Gap.UNDISCLOSED));
      entries.add(unsaid(each, "no page names a price", CHARGED));
      error(each, "ServiceUnavailable", failed(FailureKind.UNAVAILABLE), FREE);
      error(each, "MissingParameter", failed(FailureKind.INVALID_REQUEST), FREE);
      error(each, "LimitExceeded", failed(FailureKind.QUOTA), FREE);
      entries.add(unsaid(each, "the international pages know no arrears", FailureKind.ACCOUNT));
    }
  }

  /** The page of common errors, with the status 200 as all replies have. */
  private void common(CheckType check) {
    error(check, "AuthFailure.SignatureFailure", failed(FailureKind.UNAUTHORIZED), FREE);
    error(check, "AuthFailure.SecretIdNotFound", failed(FailureKind.UNAUTHORIZED), FREE);
    error(check, "RequestLimitExceeded", failed(FailureKind.THROTTLED), FREE);
    error(check, "InternalError", failed(FailureKind.INDETERMINATE), POSSIBLE);
    if (check != CODE_DELIVERY && check != CODE_VERIFICATION) {
      error(check, "UnauthorizedOperation.Arrears", failed(FailureKind.ACCOUNT), FREE);
      error(check, "FailedOperation.UnKnown", failed(FailureKind.INDETERMINATE), POSSIBLE);
    }
    entries.add(
        ReplyExample.unlisted(
            check,
            "FailedOperation.NewlyInvented",
            failing("FailedOperation.NewlyInvented"),
            failed(FailureKind.PROTOCOL),
            POSSIBLE));
  }

  private void error(CheckType check, String code, Meaning<?> means, Charge charge) {
    entries.add(ReplyExample.documented(check, code, failing(code), means, charge));
  }

  private static String failing(String code) {
    return response("'Error':{'Code':'%s','Message':'of no account'}".formatted(code));
  }

  private void says(CheckType check, String code, String members, Meaning<?> means, Charge charge) {
    entries.add(ReplyExample.documented(check, code, response(members), means, charge));
  }

  private void unlisted(
      CheckType check, String code, String members, Meaning<?> means, Charge charge) {
    entries.add(ReplyExample.unlisted(check, code, response(members), means, charge));
  }

  private static String response(String members) {
    return "{'Response':{%s,'RequestId':'%s'}}"
        .formatted(members, ReplyExample.REQUEST_ID)
        .replace('\'', '"');
  }
}
