package io.telproof.spi.http;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a request good that the vendor refused, and certainly did not carry out: the one place in
 * which anything is sent again. For the wrong time it is signed once more by the vendor's clock;
 * for its credentials, or the token that was got with them, once more with others, where others are
 * in use by then. Each is done once, and all of it inside the deadline of the question.
 * Thread-safe.
 */
final class RefusalRecovery {
  private final Predicate<Reply> clockRefused;
  private final VendorProfile profile;
  private final Time time;

  /**
   * For the questions of one provider.
   *
   * @param clockRefused whether a reply says that the request was signed for a wrong time
   * @param profile whose clock is corrected
   */
  RefusalRecovery(Predicate<Reply> clockRefused, VendorProfile profile, Time time) {
    this.clockRefused = clockRefused;
    this.profile = profile;
    this.time = time;
  }

  /** Sends a request once. */
  @FunctionalInterface
  interface Transmission {
    /**
     * Signs as the attempt says, and sends.
     *
     * @throws VerificationException if there is no reply
     */
    Reply send(SigningAttempt attempt);
  }

  /**
   * Sends a request, and once more where it was refused.
   *
   * @param credentials what it is signed with, and where others come from
   * @param decode what the operation makes of a reply
   * @return the answer, with the attempt before it that was refused for its credentials
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> ask(
      CredentialsSource credentials,
      Transmission transmission,
      Function<Reply, Answer<V>> decode,
      Deadline deadline) {
    List<Attempt> earlier = List.of();
    boolean clockLearnt = false;
    while (true) {
      SigningAttempt attempt = new SigningAttempt(credentials, profile.clock());
      Stopwatch stopwatch = Stopwatch.start(time);
      try {
        Reply reply = transmission.send(attempt);
        if (!clockLearnt
            && clockRefused.test(reply)
            && profile.clock().learn(reply, attempt.signedFor())) {
          clockLearnt = true;
          continue;
        }
        Answer<V> answer = decode.apply(reply);
        return earlier.isEmpty()
            ? answer
            : answer.withReceipt(
                answer.receipt().withEarlier(join(earlier, answer.receipt().earlier())));
      } catch (VerificationException e) {
        if (!isFreeRefusal(e) || !hasOthers(credentials, attempt, earlier.isEmpty(), deadline)) {
          throw earlier.isEmpty() ? e : e.withEarlier(join(earlier, e.earlier()));
        }
        earlier = join(e.earlier(), List.of(Attempt.failed(e, stopwatch.elapsed())));
      }
    }
  }

  private static boolean isFreeRefusal(VerificationException e) {
    return e.kind() == FailureKind.UNAUTHORIZED && e.charge() == Charge.FREE;
  }

  private boolean hasOthers(
      CredentialsSource credentials, SigningAttempt attempt, boolean isFirst, Deadline deadline) {
    Optional<Credentials> used = attempt.used();
    if (!isFirst) {
      used.ifPresent(credentials::refused);
      return false;
    }
    return used.isPresent()
        && credentials.renewed(used.get(), deadline)
        && !Thread.currentThread().isInterrupted()
        && !deadline.left().isZero();
  }

  private static List<Attempt> join(List<Attempt> first, List<Attempt> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
