package io.telproof.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Meaning.is;
import static io.telproof.spi.Meaning.lacks;

import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.Kind;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PreValidatedId;
import io.telproof.Tenure;
import io.telproof.spi.Capability;
import io.telproof.spi.Meaning;
import io.telproof.testkit.Phrase;
import io.telproof.testkit.PhraseBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Acme's phrase book, from Acme's pages. */
final class AcmePhrases {
  private final List<PhraseBook.Entry> entries = new ArrayList<>();

  static PhraseBook book() {
    AcmePhrases book = new AcmePhrases();
    book.lineStatus();
    book.lineAge();
    book.personMatch();
    book.codes();
    book.boughtNumber();
    for (Capability each : Capability.values()) {
      book.refusals(each);
    }
    return new PhraseBook(book.entries);
  }

  private void lineStatus() {
    Capability check = Capability.PHONE_STATUS;
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
    unlisted(check, "ok/dreaming", "ok", "{'state':'dreaming'}", lacks(Gap.UNDISCLOSED), CHARGED);
  }

  private void state(String word, LineState state) {
    ok(Capability.PHONE_STATUS, "ok/" + word, "{'state':'" + word + "'}", PhoneStatus.of(state));
  }

  private void lineAge() {
    ok(Capability.TENURE, "ok", "{'from':24}", Tenure.from(24));
    ok(Capability.TENURE, "ok", "{'from':0,'below':3}", Tenure.between(0, 3));
    ok(Capability.TENURE, "ok", "{'from':'6','below':'12'}", Tenure.between(6, 12));
    says(Capability.TENURE, "ok", "{'from':'long'}", fails(Kind.PROTOCOL), CHARGED);
  }

  private void personMatch() {
    Capability check = Capability.IDENTITY_MATCH;
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
    unlisted(check, "ok/perhaps", "ok", "{'verdict':'perhaps'}", fails(Kind.PROTOCOL), POSSIBLE);
  }

  private void codes() {
    Capability send = Capability.CODE_DELIVERY;
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
    ok(Capability.CODE_VERIFICATION, "ok/" + word, "{'verdict':'" + word + "'}", verdict);
  }

  private void boughtNumber() {
    ok(
        Capability.PRE_VALIDATED_NUMBER,
        "ok",
        "{'ref':'r-9'}",
        new PreValidatedId("r-9", Optional.empty()));
    ok(
        Capability.PRE_VALIDATED_NUMBER,
        "ok",
        "{'ref':'r-9','number':'139'}",
        new PreValidatedId("r-9", Optional.of("139")));
  }

  /** The page that all operations have in common. */
  private void refusals(Capability check) {
    refusal(check, "no-number", lacks(Gap.NO_SUCH_NUMBER), CHARGED);
    refusal(check, "no-record", lacks(Gap.NO_RECORD), FREE);
    refusal(check, "withheld", lacks(Gap.UNDISCLOSED), UNSTATED);
    refusal(check, "not-served", lacks(Gap.NOT_COVERED), FREE);
    refusal(check, "bad-request", fails(Kind.INVALID_REQUEST), FREE);
    refusal(check, "bad-signature", fails(Kind.UNAUTHORIZED), FREE);
    refusal(check, "no-contract", fails(Kind.ACCOUNT), FREE);
    refusal(check, "slow-down", fails(Kind.THROTTLED), FREE);
    refusal(check, "day-limit", fails(Kind.QUOTA), FREE);
    refusal(check, "busy", fails(Kind.UNAVAILABLE), FREE);
    refusal(check, "internal", fails(Kind.INDETERMINATE), POSSIBLE);
    entries.add(
        Phrase.unlisted(check, "tilt", envelope("tilt", ""), fails(Kind.PROTOCOL), POSSIBLE));
  }

  private void refusal(Capability check, String code, Meaning<?> means, Charge charge) {
    entries.add(Phrase.documented(check, code, envelope(code, ""), means, charge));
  }

  private void ok(Capability check, String code, String data, Object value) {
    says(check, code, data, is(value), CHARGED);
  }

  private void says(Capability check, String code, String data, Meaning<?> means, Charge charge) {
    entries.add(Phrase.documented(check, code, envelope("ok", ",'data':" + data), means, charge));
  }

  private void unlisted(
      Capability check,
      String code,
      String envelope,
      String data,
      Meaning<?> means,
      Charge charge) {
    entries.add(Phrase.unlisted(check, code, envelope(envelope, ",'data':" + data), means, charge));
  }

  private static String envelope(String code, String rest) {
    return "{'id':'%s','code':'%s'%s}".formatted(Phrase.REQUEST_ID, code, rest).replace('\'', '"');
  }
}
