package io.telproof.bulk.internal.file;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a row that was asked. Does not print the value.
 *
 * @param value of the check's own type, where it is known
 * @param word the name of the gap or of the kind of the failure; empty where it is known
 * @param receipt who answered or failed, and what it cost
 * @param reason of a failure, for people; empty of an answer
 * @param asked whether a question was put for it now; not where another one's answer was given
 */
public record Outcome(
    Kind kind, Optional<Object> value, String word, Receipt receipt, String reason, boolean asked) {
  /** What it is in one word. */
  public enum Kind {
    KNOWN,
    UNKNOWN,
    FAILED
  }

  public static Outcome of(Answer<?> answer) {
    boolean asked = answer.receipt().origin() == AnswerOrigin.FRESH;
    if (answer instanceof Answer.Known<?> known) {
      return new Outcome(Kind.KNOWN, Optional.of(known.value()), "", known.receipt(), "", asked);
    }
    Answer.Unknown<?> unknown = (Answer.Unknown<?>) answer;
    return new Outcome(
        Kind.UNKNOWN, Optional.empty(), unknown.gap().name(), unknown.receipt(), "", asked);
  }

  public static Outcome of(Failure failure, Instant at, Duration elapsed) {
    Receipt receipt =
        Receipt.of(failure.provider(), failure.operation(), failure.charge(), at, elapsed)
            .withEarlier(failure.earlier());
    receipt = failure.vendorCode().map(receipt::withVendorCode).orElse(receipt);
    receipt = failure.requestId().map(receipt::withRequestId).orElse(receipt);
    return new Outcome(
        Kind.FAILED,
        Optional.empty(),
        failure.kind().name(),
        receipt,
        failure.reason(),
        !failure.skipped());
  }

  /** Whether it may have been carried out, and nobody knows what came of it. */
  public boolean isDoubtful() {
    return word.equals(FailureKind.INDETERMINATE.name());
  }

  /** What each of its attempts cost. */
  public Map<Charge, Long> charges() {
    Map<Charge, Long> charges = Charges.none();
    Charges.add(charges, receipt.charge());
    receipt.earlier().forEach(attempt -> Charges.add(charges, attempt.charge()));
    return charges;
  }

  /**
   * The same outcome with the receipt of the question as it was put by a process that ended: what
   * is given again is free, but this row's question was not.
   *
   * @param before what the ledger has of this row, the oldest first
   */
  public Outcome asAskedBefore(List<Entry> before) {
    boolean given = receipt.origin() == AnswerOrigin.RECORDED || kind == Kind.FAILED;
    List<Entry> put = before.stream().filter(entry -> !isDismissed(entry)).toList();
    if (!given || !receipt.isFree() || put.stream().allMatch(Outcome::isFree)) {
      return this;
    }
    Entry last = put.get(put.size() - 1);
    List<Attempt> earlier = new ArrayList<>();
    put.subList(0, put.size() - 1).forEach(entry -> earlier.add(attempt(entry)));
    return new Outcome(kind, value, word, receipt(last).withEarlier(earlier), reason, asked);
  }

  private static boolean isDismissed(Entry entry) {
    return entry
        .settlement()
        .filter(settlement -> settlement.outcome().equals(Settlement.DISMISSED))
        .isPresent();
  }

  private static boolean isFree(Entry entry) {
    return charge(entry) == Charge.FREE;
  }

  private static Charge charge(Entry entry) {
    return entry.settlement().map(Settlement::charge).orElse(Charge.POSSIBLE);
  }

  private static Receipt receipt(Entry entry) {
    Intent intent = entry.intent();
    Receipt receipt =
        Receipt.of(
            intent.provider(), intent.operation(), charge(entry), intent.at(), elapsed(entry));
    receipt =
        entry
            .settlement()
            .flatMap(Settlement::vendorCode)
            .map(receipt::withVendorCode)
            .orElse(receipt);
    return entry
        .settlement()
        .flatMap(Settlement::requestId)
        .map(receipt::withRequestId)
        .orElse(receipt);
  }

  private static Duration elapsed(Entry entry) {
    return entry.settlement().map(Settlement::elapsed).orElse(Duration.ZERO);
  }

  private static Attempt attempt(Entry entry) {
    Attempt attempt =
        Attempt.of(
            entry.intent().provider(),
            entry.intent().operation(),
            charge(entry),
            elapsed(entry),
            "asked by a process that ended");
    String word =
        entry.settlement().map(Settlement::outcome).orElse(FailureKind.INDETERMINATE.name());
    return Arrays.stream(FailureKind.values())
        .filter(kind -> kind.name().equals(word))
        .findFirst()
        .map(attempt::withFailure)
        .orElse(attempt);
  }

  @Override
  public String toString() {
    return "Outcome[kind=" + kind + ", word=" + word + ", receipt=" + receipt + ']';
  }
}
