package io.telproof.examples.beacon;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Beacon's reply examples, from Beacon's pages. */
final class BeaconReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  /** For a tenure of so many months. */
  static ReplyExamples examples(int months) {
    BeaconReplyExamples examples = new BeaconReplyExamples();
    examples.lineAge(months);
    examples.codes();
    for (CheckType each :
        List.of(CheckType.TENURE, CheckType.CODE_DELIVERY, CheckType.CODE_VERIFICATION)) {
      examples.errors(each);
    }
    return new ReplyExamples(examples.entries);
  }

  private void lineAge(int months) {
    CheckType check = CheckType.TENURE;
    says(check, 200, "", "{'reached':true}", value(Tenure.from(months)), CHARGED);
    says(check, 200, "", "{'reached':false}", value(Tenure.between(0, months)), CHARGED);
  }

  private void codes() {
    says(
        CheckType.CODE_DELIVERY,
        200,
        "",
        "{'handle':'h-7'}",
        value(new CodeDispatch(Optional.of("h-7"), Optional.empty())),
        CHARGED);
    entries.add(ReplyExamples.unsaid(CheckType.CODE_DELIVERY, "not told", Shape.EXPIRY));
    CheckType check = CheckType.CODE_VERIFICATION;
    says(check, 204, "HTTP-204", "", value(CodeVerdict.ACCEPTED), CHARGED);
    error(check, 400, "WRONG_CODE", value(CodeVerdict.REJECTED), CHARGED);
    error(check, 400, "OLD_CODE", value(CodeVerdict.EXPIRED), CHARGED);
    error(check, 400, "SPENT", value(CodeVerdict.ATTEMPTS_EXHAUSTED), CHARGED);
    entries.add(
        ReplyExamples.unsaid(check, "the handle is spent by then", CodeVerdict.ALREADY_VERIFIED));
  }

  /** The page that all operations have in common. */
  private void errors(CheckType check) {
    error(check, 401, "UNAUTHENTICATED", failed(FailureKind.UNAUTHORIZED), FREE);
    error(check, 403, "PERMISSION_DENIED", failed(FailureKind.UNAUTHORIZED), FREE);
    error(check, 400, "INVALID_ARGUMENT", failed(FailureKind.INVALID_REQUEST), FREE);
    error(check, 404, "UNKNOWN_NUMBER", noValue(Gap.NO_RECORD), FREE);
    error(check, 429, "TOO_MANY_REQUESTS", failed(FailureKind.THROTTLED), FREE);
    error(check, 503, "UNAVAILABLE", failed(FailureKind.UNAVAILABLE), FREE);
    error(check, 500, "INTERNAL", failed(FailureKind.INDETERMINATE), POSSIBLE);
    entries.add(
        ReplyExample.unlisted(
                check, "TEAPOT", "{\"code\":\"TEAPOT\"}", failed(FailureKind.PROTOCOL), POSSIBLE)
            .status(418)
            .header("X-Request-Id", ReplyExample.REQUEST_ID));
    entries.add(
        ReplyExamples.unsaid(
            check,
            "no error of Beacon's says it",
            Gap.NO_SUCH_NUMBER,
            Gap.UNDISCLOSED,
            FailureKind.ACCOUNT,
            FailureKind.QUOTA,
            UNSTATED));
  }

  private void error(CheckType check, int status, String code, Meaning<?> means, Charge charge) {
    says(check, status, code, "{'code':'" + code + "'}", means, charge);
  }

  private void says(
      CheckType check, int status, String code, String body, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.documented(check, code, body.replace('\'', '"'), means, charge)
            .status(status)
            .header("X-Request-Id", ReplyExample.REQUEST_ID));
  }
}
