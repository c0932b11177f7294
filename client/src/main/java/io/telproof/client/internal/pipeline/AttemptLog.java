package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The attempts of one question before the present one. For one thread. */
final class AttemptLog {
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<VerificationException> failure = Optional.empty();
  private int failureAt;

  /** An attempt failed, and another one is made. */
  void add(VerificationException e, Duration elapsed) {
    attempts.addAll(e.earlier());
    failureAt = attempts.size();
    failure = Optional.of(e);
    attempts.add(Attempt.failed(e, withoutEarlier(elapsed, e.earlier())));
  }

  /**
   * A provider does not serve the number, and another one is asked.
   *
   * @param objection why it was not asked; empty where the vendor itself said so
   */
  void add(Receipt receipt, Optional<String> objection) {
    attempts.addAll(receipt.earlier());
    attempts.add(notCovered(receipt, objection));
  }

  /** The answer, with the attempts before it. */
  <V> Answer<V> before(Answer<V> answer) {
    return attempts.isEmpty()
        ? answer
        : answer.withReceipt(answer.receipt().withEarlier(all(answer.receipt().earlier())));
  }

  /** The failure, with the attempts before it. */
  VerificationException before(VerificationException e) {
    return attempts.isEmpty() ? e : e.withEarlier(all(e.earlier()));
  }

  /**
   * The answer of the last provider, which does not serve the number: unless another one failed
   * before. Then it is that failure which the caller has to know of, because the one that failed
   * may serve the number.
   *
   * @throws VerificationException the failure of the other one
   */
  <V> Answer<V> unlessFailed(Answer<V> answer) {
    if (failure.isEmpty()) {
      return before(answer);
    }
    attempts.remove(failureAt);
    add(answer.receipt(), Optional.empty());
    throw failure.get().withEarlier(attempts);
  }

  private List<Attempt> all(List<Attempt> more) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.addAll(more);
    return all;
  }

  private static Attempt notCovered(Receipt receipt, Optional<String> objection) {
    return Attempt.of(
        receipt.provider(),
        receipt.operation(),
        receipt.charge(),
        receipt.elapsed(),
        objection
            .map(why -> "not asked: " + why)
            .orElse("does not serve this kind of number, contact or claim"));
  }

  /** Waits between the attempts are counted to the last of them. */
  private static Duration withoutEarlier(Duration elapsed, List<Attempt> earlier) {
    Duration rest = elapsed;
    for (Attempt each : earlier) {
      rest = rest.minus(each.elapsed());
    }
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
