package io.telproof.client.internal.pipeline;

import io.telproof.CallContext;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;

/**
 * The call that a question belongs to. Its deadline is made once, when the question comes in, and
 * is the same for every stage. Immutable.
 */
final class Call {
  private final CallContext context;
  private final Deadline deadline;
  private final Duration longestWait;
  private final Time time;

  private Call(CallContext context, Deadline deadline, Duration longestWait, Time time) {
    this.context = context;
    this.deadline = deadline;
    this.longestWait = longestWait;
    this.time = time;
  }

  /** A call that begins now. */
  static Call begin(CallContext context, Time time) {
    return new Call(context, Deadline.in(context.within(), time), context.longestWait(), time);
  }

  /** The moment by which it is over. */
  Deadline deadline() {
    return deadline;
  }

  /** The time left; zero once the deadline has passed. */
  Duration left() {
    return deadline.left();
  }

  /** One of so many equal parts of the time left. */
  Duration partOfLeft(int parts) {
    // Duration.dividedBy goes by way of a BigDecimal; a call takes a year at the most.
    return Duration.ofNanos(left().toNanos() / parts);
  }

  /** Whether the deadline has passed. */
  boolean isOver() {
    return left().isZero();
  }

  /** How long it waits for a vendor's limit at the most. */
  Duration longestWait() {
    return longestWait;
  }

  /** How long it may wait now, for a vendor's limit or for who has the same key. */
  Duration patience() {
    Duration left = left();
    return longestWait.compareTo(left) < 0 ? longestWait : left;
  }

  /** What the caller said, with the time that it gave. */
  CallContext context() {
    return context;
  }

  /**
   * What the caller said, with the time that is left.
   *
   * @param left more than zero
   */
  CallContext context(Duration left) {
    if (left.equals(context.within()) && longestWait.equals(context.longestWait())) {
      return context;
    }
    return context.withTimeLeft(left).withLongestWait(longestWait);
  }

  /** The same call, which waits no longer than this for a vendor's limit. */
  Call withLongestWait(Duration wait) {
    return wait.compareTo(longestWait) < 0 ? new Call(context, deadline, wait, time) : this;
  }

  /** The same call with what an interceptor made of its context: never with more time. */
  Call with(CallContext other) {
    if (other.equals(context)) {
      return this;
    }
    Deadline earlier =
        other.within().compareTo(left()) < 0 ? Deadline.in(other.within(), time) : deadline;
    return new Call(other, earlier, other.longestWait(), time);
  }
}
