package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.client.internal.ledger.AnswerSeal;
import io.telproof.client.internal.ledger.OpenLedger;
import io.telproof.client.internal.ledger.Outcomes;
import io.telproof.client.internal.ledger.UnreadableAnswerException;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a question under a key once, by whatever process: whoever asks it again is given what the
 * ledger has of it. Where somebody asks under the key at this moment, the others wait, each in its
 * own time. What may have been carried out without anybody knowing what came of it is told as
 * INDETERMINATE, and not asked again. Stands outside of {@link CoalescingStage}. Thread-safe.
 */
final class IdempotencyStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyStage.class);
  private static final String NO_PROVIDER = "telproof";

  /** How often the ledger is asked anew: nobody tells that another process has come to an end. */
  private static final Duration POLL = Duration.ofMillis(250);

  private final ConcurrentMap<String, CompletableFuture<Void>> here = new ConcurrentHashMap<>();
  private final Stage<Q, V> next;
  private final OpenLedger ledger;
  private final Fingerprint fingerprint;
  private final Optional<AnswerSeal> answers;
  private final CheckType check;
  private final Time time;

  /**
   * Stands before {@code next}.
   *
   * @param answers the seal of answers that are kept; empty where only their receipts are
   */
  IdempotencyStage(
      Stage<Q, V> next,
      OpenLedger ledger,
      Fingerprint fingerprint,
      Optional<AnswerSeal> answers,
      CheckType check,
      Time time) {
    this.next = next;
    this.ledger = ledger;
    this.fingerprint = fingerprint;
    this.answers = answers;
    this.check = check;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Optional<String> name = call.context().key();
    if (name.isEmpty()) {
      return next.ask(query, call);
    }
    ledger.enter();
    try {
      return claimed(fingerprint.key(name.get(), check, query), query, call);
    } finally {
      ledger.leave();
    }
  }

  private Answer<V> claimed(String key, Q query, Call call) {
    Start start = new Start(time.now(), Stopwatch.start(time));
    Deadline patience = Deadline.in(call.patience(), time);
    while (true) {
      // Looked at before the claim: who ends between the two is not waited for.
      @Nullable CompletableFuture<Void> end = here.get(key);
      KeyClaim claim = claim(key);
      if (claim instanceof KeyClaim.Granted) {
        return asked(key, query, call, start);
      } else if (claim instanceof KeyClaim.Concluded concluded) {
        return recorded(key, concluded, start.stopwatch().elapsed());
      } else if (claim instanceof KeyClaim.InDoubt doubt) {
        throw inDoubt(doubt.intents().get(0));
      } else if (claim instanceof KeyClaim.OtherQuestion) {
        throw otherQuestion();
      }
      Duration left = patience.left();
      if (left.isZero()) {
        throw underWay("it took longer than this caller waits");
      }
      await(left, end);
    }
  }

  /** When a question came in: looked at before there is a key that could be lost for it. */
  private record Start(Instant at, Stopwatch stopwatch) {}

  private KeyClaim claim(String key) {
    try {
      return ledger.claim(key);
    } catch (LedgerException e) {
      throw new VerificationException(
          failure(
              FailureKind.UNAVAILABLE,
              "the ledger cannot tell what was asked under the key ("
                  + e.getMessage()
                  + "); nothing was sent; look at telproof.ledger"));
    }
  }

  /** Whoever asks in this process wakes those who wait. */
  private void await(Duration left, @Nullable CompletableFuture<Void> end) {
    Duration wait = left.compareTo(POLL) < 0 ? left : POLL;
    try {
      if (end == null) {
        time.await(wait);
      } else {
        time.await(wait, end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw underWay("this caller was interrupted while it waited for it");
    }
  }

  private Answer<V> asked(String key, Q query, Call call, Start start) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    here.put(key, end);
    try {
      return concluded(key, query, call, start);
    } finally {
      here.remove(key, end);
      end.complete(null);
    }
  }

  private Answer<V> concluded(String key, Q query, Call call, Start start) {
    Answer<V> answer;
    try {
      answer = next.ask(query, call);
    } catch (VerificationException e) {
      conclude(key, () -> failed(key, e, start));
      throw e;
    } catch (Throwable e) {
      // What was settled under the key decides whether it can be had again.
      ledger.release(key);
      throw e;
    }
    conclude(key, () -> answered(key, answer));
    return answer;
  }

  /** Whatever breaks here takes no answer away that was paid for, and leaves no key behind. */
  private void conclude(String key, Runnable conclusion) {
    Callbacks.run(
        "what concludes a key",
        () -> {
          boolean concluded = false;
          try {
            conclusion.run();
            concluded = true;
          } finally {
            if (!concluded) {
              ledger.release(key);
            }
          }
        },
        LOG);
  }

  private void failed(String key, VerificationException e, Start start) {
    if (e.isFree()) {
      ledger.release(key);
    } else {
      Receipt receipt = receipt(e.failure(), start.at(), start.stopwatch().elapsed());
      ledger.conclude(key, e.kind().name(), receipt, Optional.empty(), start.at());
    }
  }

  private void answered(String key, Answer<V> answer) {
    Optional<Sensitive> sealed =
        answer instanceof Answer.Known<V> known
            ? answers.map(seal -> seal.seal(key, check, known.value()))
            : Optional.empty();
    Instant until = time.now().plus(answers.map(AnswerSeal::keep).orElse(Duration.ZERO));
    ledger.conclude(key, Outcomes.of(answer), answer.receipt(), sealed, until);
  }

  private static Receipt receipt(Failure failure, Instant at, Duration elapsed) {
    Receipt receipt =
        Receipt.of(failure.provider(), failure.operation(), failure.charge(), at, elapsed);
    receipt = failure.vendorCode().map(receipt::withVendorCode).orElse(receipt);
    return failure.requestId().map(receipt::withRequestId).orElse(receipt);
  }

  private Answer<V> recorded(String key, KeyClaim.Concluded concluded, Duration waited) {
    Receipt receipt = concluded.receipt().withOrigin(AnswerOrigin.RECORDED, waited);
    Optional<Answer<V>> gap =
        Outcomes.gap(concluded.outcome()).map(each -> new Answer.Unknown<>(each, receipt));
    if (gap.isPresent()) {
      return gap.get();
    }
    if (!concluded.outcome().equals(Settlement.KNOWN)) {
      throw failedBefore(concluded);
    }
    if (concluded.answer().isEmpty()) {
      throw withoutAnswer(concluded, "of its answer only the receipt is kept");
    }
    if (answers.isEmpty()) {
      throw withoutAnswer(
          concluded, "its answer is sealed, and telproof.ledger.answers has no key");
    }
    try {
      return new Answer.Known<>(opened(key, answers.get(), concluded.answer().get()), receipt);
    } catch (UnreadableAnswerException e) {
      throw withoutAnswer(concluded, "its answer cannot be read: " + e.getMessage());
    }
  }

  @SuppressWarnings("unchecked") // The check's own type; what is read is of it.
  private V opened(String key, AnswerSeal seal, Sensitive sealed) throws UnreadableAnswerException {
    return (V) check.value().cast(seal.open(key, check, sealed));
  }

  private VerificationException failedBefore(KeyClaim.Concluded concluded) {
    return before(
        Outcomes.kind(concluded.outcome()).orElse(FailureKind.INDETERMINATE),
        concluded,
        "failed with " + concluded.outcome());
  }

  private VerificationException withoutAnswer(KeyClaim.Concluded concluded, String why) {
    return before(FailureKind.INDETERMINATE, concluded, "was answered; " + why);
  }

  private static VerificationException before(
      FailureKind kind, KeyClaim.Concluded concluded, String what) {
    Receipt receipt = concluded.receipt();
    Failure failure =
        Failure.of(
                kind,
                receipt.provider(),
                receipt.operation(),
                "this was asked under the same key at "
                    + receipt.at()
                    + ", charge "
                    + receipt.charge()
                    + ", and "
                    + what
                    + "; it is not asked again, and nothing was sent now; to have it asked once"
                    + " more, take another key")
            .withCharge(Charge.FREE)
            .withSkipped(true)
            .withMaxRetries(0);
    failure = receipt.vendorCode().map(failure::withVendorCode).orElse(failure);
    return new VerificationException(
        receipt.requestId().map(failure::withRequestId).orElse(failure));
  }

  private VerificationException inDoubt(Intent intent) {
    return new VerificationException(
        Failure.of(
                FailureKind.INDETERMINATE,
                intent.provider(),
                intent.operation(),
                "this was asked under the same key at "
                    + intent.at()
                    + " by a process that ended before it knew what came of it: intent "
                    + intent.id()
                    + " may have been carried out and billed; it is not asked again, and nothing"
                    + " was sent now; ask the vendor, and dismiss the intent to have it asked once"
                    + " more")
            .withCharge(Charge.FREE)
            .withSkipped(true)
            .withMaxRetries(0));
  }

  private VerificationException otherQuestion() {
    return new VerificationException(
        failure(
            FailureKind.INVALID_REQUEST,
            "the key was used for another question; nothing was sent; a key is for one check and"
                + " one query alone"));
  }

  private VerificationException underWay(String why) {
    return new VerificationException(
        failure(
            FailureKind.UNAVAILABLE,
            "somebody else's question under the same key is under way, and "
                + why
                + "; nothing was sent for this one; ask again later"));
  }

  private Failure failure(FailureKind kind, String reason) {
    return Failure.of(kind, NO_PROVIDER, check.key(), reason)
        .withCharge(Charge.FREE)
        .withSkipped(true)
        .withMaxRetries(0);
  }
}
