package io.telproof.meta;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.CheckType.PRE_VALIDATED_NUMBER;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;
import static io.telproof.testkit.ReplyExamples.unsaid;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PreValidatedId;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Meta says, from its pages. */
final class MetaReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  static ReplyExamples examples() {
    MetaReplyExamples examples = new MetaReplyExamples();
    examples.pool();
    examples.errors();
    examples.unsaidThings();
    return new ReplyExamples(examples.entries);
  }

  private void pool() {
    Meaning<?> id = value(new PreValidatedId("5745365898905902", Optional.of(ReplyExample.NUMBER)));
    says("VERIFIED", entry("phone_number", "code_verification_status", "VERIFIED"), id);
    says("VERIFIED", entry("display_phone_number", "verification_status", "VERIFIED"), id);
    for (String status : List.of("NOT_VERIFIED", "EXPIRED")) {
      says(
          status,
          entry("phone_number", "code_verification_status", status),
          noValue(Gap.NO_RECORD));
    }
    says("", "", noValue(Gap.NO_RECORD));
    says(
        "",
        "{'id':'1','phone_number':'+1 211-555-5105','code_verification_status':'VERIFIED'}",
        noValue(Gap.NO_RECORD));
    add(
        ReplyExample.unlisted(
            PRE_VALIDATED_NUMBER,
            "PERHAPS",
            body(entry("phone_number", "code_verification_status", "PERHAPS")),
            failed(FailureKind.PROTOCOL),
            POSSIBLE));
  }

  private static String entry(String number, String status, String word) {
    return "{'%s':'%s','%s':'%s','id':'5745365898905902'}"
        .formatted(number, ReplyExample.NUMBER, status, word);
  }

  private static String body(String entry) {
    return ("{'data':[" + entry + "],'paging':{'cursors':{'before':'QQ','after':'Qg'}}}")
        .replace('\'', '"');
  }

  private void says(String code, String entry, Meaning<?> means) {
    add(ReplyExample.documented(PRE_VALIDATED_NUMBER, code, body(entry), means, UNSTATED));
  }

  private void errors() {
    refuses(400, "1", FailureKind.INDETERMINATE, POSSIBLE);
    refuses(503, "2", FailureKind.UNAVAILABLE, FREE);
    refuses(400, "3", FailureKind.ACCOUNT, FREE);
    refuses(429, "4", FailureKind.THROTTLED, FREE);
    refuses(400, "100", FailureKind.INVALID_REQUEST, FREE);
    refuses(401, "190", FailureKind.UNAUTHORIZED, FREE);
    refuses(403, "200", FailureKind.UNAUTHORIZED, FREE);
    refuses(404, "803", FailureKind.ACCOUNT, FREE);
    add(
        ReplyExample.documented(
                PRE_VALIDATED_NUMBER,
                "190/463",
                error("190,'error_subcode':463"),
                failed(FailureKind.UNAUTHORIZED),
                FREE)
            .status(401));
    add(
        ReplyExample.unlisted(
                PRE_VALIDATED_NUMBER,
                "60998",
                error("60998"),
                failed(FailureKind.PROTOCOL),
                POSSIBLE)
            .status(400));
  }

  private void refuses(int status, String code, FailureKind kind, Charge charge) {
    add(
        ReplyExample.documented(PRE_VALIDATED_NUMBER, code, error(code), failed(kind), charge)
            .status(status));
  }

  private static String error(String code) {
    return ("{'error':{'message':'of no account','type':'OAuthException','code':%s,"
            + "'fbtrace_id':'%s'}}")
        .formatted(code, ReplyExample.REQUEST_ID)
        .replace('\'', '"');
  }

  private void unsaidThings() {
    entries.add(
        unsaid(PRE_VALIDATED_NUMBER, "a pool knows its own numbers alone", Gap.NO_SUCH_NUMBER));
    entries.add(
        unsaid(
            PRE_VALIDATED_NUMBER,
            "the pool tells all, of numbers of every country",
            Gap.UNDISCLOSED,
            Gap.NOT_COVERED));
    entries.add(unsaid(PRE_VALIDATED_NUMBER, "Meta has no word for it", FailureKind.QUOTA));
    entries.add(unsaid(PRE_VALIDATED_NUMBER, "no page says that a reading is billed", CHARGED));
  }

  private void add(ReplyExample example) {
    entries.add(
        example.body().contains("fbtrace_id")
            ? example
            : example.header("x-fb-trace-id", ReplyExample.REQUEST_ID));
  }
}
