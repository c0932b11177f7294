package io.telproof.client;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Deadline;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks with keys that change while the client is open. Where the vendor refuses them, and others
 * are in use by then, the question is put once more inside the same deadline: it was certainly not
 * carried out. Nothing else is ever repeated here. Thread-safe.
 */
final class Keyed<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final RotatingKeys keys;
  private final Time time;

  Keyed(Check<Q, V> next, RotatingKeys keys, Time time) {
    this.next = next;
    this.keys = keys;
    this.time = time;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    Deadline deadline = Deadline.in(context.within(), time);
    boolean ready = keys.ready(deadline);
    Duration left = deadline.left();
    if (!ready || left.isZero()) {
      throw without();
    }
    try {
      return ask(query, context.withTimeLeft(left), deadline);
    } finally {
      keys.unwatch();
    }
  }

  private VerificationException without() {
    // An operation's name is known further in only.
    return new VerificationException(
        Thread.currentThread().isInterrupted()
            ? Failure.of(
                Kind.UNAVAILABLE,
                keys.provider(),
                "keys",
                "interrupted while waiting for keys; nothing was sent")
            : Failure.of(
                Kind.UNAUTHORIZED,
                keys.provider(),
                "keys",
                "keys that have not ended could not be had in the time given; nothing was sent; look"
                    + " at where they come from, and, where the vendor has not told its own time,"
                    + " at this machine's clock"));
  }

  private Answer<V> ask(Q query, CallContext context, Deadline deadline) {
    keys.watch();
    long started = time.nanos();
    try {
      return next.check(query, context);
    } catch (VerificationException e) {
      Duration elapsed = Duration.ofNanos(time.nanos() - started);
      if (!refused(e) || !keys.renewed(keys.watched(), deadline)) {
        throw e;
      }
      Duration left = deadline.left();
      if (Thread.currentThread().isInterrupted() || left.isZero()) {
        throw e;
      }
      return again(
          query,
          context.withTimeLeft(left),
          join(e.earlier(), List.of(Attempt.failed(e, elapsed))));
    }
  }

  private Answer<V> again(Q query, CallContext context, List<Attempt> earlier) {
    keys.watch();
    try {
      Answer<V> answer = next.check(query, context);
      return answer.withReceipt(answer.receipt().after(join(earlier, answer.receipt().earlier())));
    } catch (VerificationException e) {
      if (refused(e)) {
        keys.refused(keys.watched());
      }
      throw e.after(join(earlier, e.earlier()));
    }
  }

  private static boolean refused(VerificationException e) {
    return e.kind() == Kind.UNAUTHORIZED && e.charge() == Charge.FREE;
  }

  private static List<Attempt> join(List<Attempt> first, List<Attempt> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
