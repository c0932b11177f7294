package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

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
import io.telproof.SimSwap;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Acme's reply examples, from Acme's pages. */
final class AcmeReplyExamples {
  private final List<ReplyExamples.Entry> entries = new ArrayList<>();

  static ReplyExamples examples() {
    AcmeReplyExamples examples = new AcmeReplyExamples();
    examples.lineStatus();
    examples.lineAge();
    examples.personMatch();
    examples.codes();
    examples.boughtNumber();
    examples.holderChange();
    examples.simChange();
    for (CheckType each : CheckType.values()) {
      examples.refusals(each);
    }
    return new ReplyExamples(examples.entries);
  }

  /** Where no identity number was claimed. */
  static ReplyExamples nameAlone() {
    AcmeReplyExamples examples = new AcmeReplyExamples();
    CheckType check = CheckType.IDENTITY_MATCH;
    examples.ok(check, "ok/same", "{'verdict':'same'}", IdentityVerdict.match(Carrier.UNKNOWN));
    examples.ok(
        check,
        "ok/other-name",
        "{'verdict':'other-name'}",
        IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN));
    examples.refusals(check);
    return new ReplyExamples(examples.entries);
  }

  private void lineStatus() {
    CheckType check = CheckType.PHONE_STATUS;
    state("on", LineState.ACTIVE);
    state("away", LineState.UNREACHABLE);
    state("barred", LineState.SUSPENDED);
    state("new", LineState.NOT_ACTIVATED);
    state("off", LineState.OFF_NETWORK);
    state("ended", LineState.CANCELLED);
    state("free", LineState.VACANT);
    ok(
        check,
        "ok/on",
        "{'state':'on','carrier':'M'}",
        new PhoneStatus(LineState.ACTIVE, Carrier.CHINA_MOBILE));
    unlisted(check, "ok/dreaming", "ok", "{'state':'dreaming'}", noValue(Gap.UNDISCLOSED), CHARGED);
  }

  private void state(String word, LineState state) {
    ok(CheckType.PHONE_STATUS, "ok/" + word, "{'state':'" + word + "'}", PhoneStatus.of(state));
  }

  private void lineAge() {
    ok(CheckType.TENURE, "ok", "{'from':24}", Tenure.from(24));
    ok(CheckType.TENURE, "ok", "{'from':0,'below':3}", Tenure.between(0, 3));
    ok(CheckType.TENURE, "ok", "{'from':'6','below':'12'}", Tenure.between(6, 12));
    says(CheckType.TENURE, "ok", "{'from':'long'}", failed(FailureKind.PROTOCOL), CHARGED);
  }

  private void personMatch() {
    CheckType check = CheckType.IDENTITY_MATCH;
    ok(check, "ok/same", "{'verdict':'same'}", IdentityVerdict.match(Carrier.UNKNOWN));
    ok(check, "ok/other", "{'verdict':'other'}", IdentityVerdict.mismatch(Carrier.UNKNOWN));
    ok(
        check,
        "ok/other-name",
        "{'verdict':'other-name'}",
        IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN));
    ok(
        check,
        "ok/other-id",
        "{'verdict':'other-id'}",
        IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN));
    unlisted(
        check, "ok/perhaps", "ok", "{'verdict':'perhaps'}", failed(FailureKind.PROTOCOL), POSSIBLE);
  }

  private void codes() {
    CheckType send = CheckType.CODE_DELIVERY;
    ok(send, "ok", "{}", new CodeDispatch(Optional.empty(), Optional.empty()));
    ok(
        send,
        "ok",
        "{'handle':'h-7','until':1772366400}",
        new CodeDispatch(Optional.of("h-7"), Optional.of(Instant.parse("2026-03-01T12:00:00Z"))));
    verdict("right", CodeVerdict.ACCEPTED);
    verdict("wrong", CodeVerdict.REJECTED);
    verdict("late", CodeVerdict.EXPIRED);
    verdict("spent", CodeVerdict.ATTEMPTS_EXHAUSTED);
    verdict("done", CodeVerdict.ALREADY_VERIFIED);
  }

  private void verdict(String word, CodeVerdict verdict) {
    ok(CheckType.CODE_VERIFICATION, "ok/" + word, "{'verdict':'" + word + "'}", verdict);
  }

  private void boughtNumber() {
    ok(
        CheckType.PRE_VALIDATED_NUMBER,
        "ok",
        "{'ref':'r-9'}",
        new PreValidatedId("r-9", Optional.empty()));
    ok(
        CheckType.PRE_VALIDATED_NUMBER,
        "ok",
        "{'ref':'r-9','number':'139'}",
        new PreValidatedId("r-9", Optional.of("139")));
  }

  private void holderChange() {
    CheckType check = CheckType.RECYCLED_NUMBER;
    ok(check, "ok/same", "{'holder':'same'}", Recycling.SAME_HOLDER);
    ok(check, "ok/other", "{'holder':'other'}", Recycling.RECYCLED);
    unlisted(
        check, "ok/perhaps", "ok", "{'holder':'perhaps'}", failed(FailureKind.PROTOCOL), POSSIBLE);
  }

  private void simChange() {
    CheckType check = CheckType.SIM_SWAP;
    ok(check, "ok/no", "{'changed':'no'}", SimSwap.of(false));
    ok(check, "ok/yes", "{'changed':'yes'}", SimSwap.of(true));
    ok(
        check,
        "ok/yes",
        "{'changed':'yes','at':1772366400}",
        SimSwap.of(true).withLastSwap(Instant.parse("2026-03-01T12:00:00Z")));
    unlisted(
        check, "ok/perhaps", "ok", "{'changed':'perhaps'}", failed(FailureKind.PROTOCOL), POSSIBLE);
  }

  /** The page that all operations have in common. */
  private void refusals(CheckType check) {
    refusal(check, "no-number", noValue(Gap.NO_SUCH_NUMBER), CHARGED);
    refusal(check, "no-record", noValue(Gap.NO_RECORD), FREE);
    refusal(check, "withheld", noValue(Gap.UNDISCLOSED), UNSTATED);
    refusal(check, "not-served", noValue(Gap.NOT_COVERED), FREE);
    refusal(check, "bad-request", failed(FailureKind.INVALID_REQUEST), FREE);
    refusal(check, "bad-signature", failed(FailureKind.UNAUTHORIZED), FREE);
    refusal(check, "no-contract", failed(FailureKind.ACCOUNT), FREE);
    refusal(check, "slow-down", failed(FailureKind.THROTTLED), FREE);
    refusal(check, "day-limit", failed(FailureKind.QUOTA), FREE);
    refusal(check, "busy", failed(FailureKind.UNAVAILABLE), FREE);
    refusal(check, "internal", failed(FailureKind.INDETERMINATE), POSSIBLE);
    entries.add(
        ReplyExample.unlisted(
            check, "tilt", envelope("tilt", ""), failed(FailureKind.PROTOCOL), POSSIBLE));
  }

  private void refusal(CheckType check, String code, Meaning<?> means, Charge charge) {
    entries.add(ReplyExample.documented(check, code, envelope(code, ""), means, charge));
  }

  private void ok(CheckType check, String code, String data, Object value) {
    says(check, code, data, value(value), CHARGED);
  }

  private void says(CheckType check, String code, String data, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.documented(check, code, envelope("ok", ",'data':" + data), means, charge));
  }

  private void unlisted(
      CheckType check, String code, String envelope, String data, Meaning<?> means, Charge charge) {
    entries.add(
        ReplyExample.unlisted(check, code, envelope(envelope, ",'data':" + data), means, charge));
  }

  private static String envelope(String code, String rest) {
    return "{'id':'%s','code':'%s'%s}"
        .formatted(ReplyExample.REQUEST_ID, code, rest)
        .replace('\'', '"');
  }
}
