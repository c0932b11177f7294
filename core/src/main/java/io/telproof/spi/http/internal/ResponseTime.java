package io.telproof.spi.http.internal;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;

/**
 * How long one operation of a vendor has been taking, from the first byte of the request to the
 * last of the reply: the last 64 exchanges. A reply that did not come in the time it had counts as
 * twice that time. Thread-safe.
 *
 * <p>From it comes what a question has to have left, so that it is not paid for and lost: the
 * {@linkplain #usual usual} time, or it is not sent at all, and a {@linkplain #reserve reserve}
 * that no wait for a permit may use up. The first few exchanges of a process are slower than those
 * that follow, so that nobody is refused for them. Where the vendor has become faster, nobody would
 * know: after a second without news, then two, and so on up to 30, one question that has too little
 * time is sent all the same.
 */
public final class ResponseTime {
  private static final int KEPT = 64;
  private static final int ENOUGH = 8;
  private static final int SLOW_PERCENT = 98;
  private static final int HALF_PERCENT = 50;
  private static final Duration FLOOR = Duration.ofMillis(100);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Time time;
  // Nanoseconds; below zero where the reply did not come.
  private final long[] last = new long[KEPT];
  // The same without the sign, and those of them that came.
  private final SortedSamples all = new SortedSamples(KEPT);
  private final SortedSamples replies = new SortedSamples(KEPT);
  private int count;
  private long median;
  private long slow;
  private long slowReply;
  private Duration pause = FIRST_PAUSE;
  private Deadline nextTrial;

  public ResponseTime(Time time) {
    this.time = time;
    this.nextTrial = Deadline.in(pause, time);
  }

  /**
   * A reply came, after so long.
   *
   * @param trial whether it came to a question of {@link #beginTrial}
   */
  public synchronized void answered(Duration elapsed, boolean trial) {
    pause = FIRST_PAUSE;
    if (trial && elapsed.toNanos() < median) {
      // The vendor has become faster: what is older is true no more.
      count = 0;
      all.clear();
      replies.clear();
    }
    learn(elapsed.toNanos());
  }

  /** No reply came in this time. It makes nothing look quicker than it was. */
  public synchronized void lost(Duration given) {
    learn(-Math.max(2 * given.toNanos(), median));
  }

  private void learn(long sample) {
    int place = count % KEPT;
    if (count >= KEPT) {
      forget(last[place]);
    }
    last[place] = sample;
    if (++count == 2 * KEPT) {
      count = KEPT;
    }
    all.add(Math.abs(sample));
    if (sample > 0) {
      replies.add(sample);
    }
    nextTrial = Deadline.in(pause, time);
    slowReply = replies.percentile(SLOW_PERCENT);
    slow = all.percentile(SLOW_PERCENT);
    median = all.percentile(HALF_PERCENT);
  }

  private void forget(long sample) {
    all.remove(Math.abs(sample));
    if (sample > 0) {
      replies.remove(sample);
    }
  }

  /** What half of the replies take; zero where less than eight are known. */
  public synchronized Duration usual() {
    return count < ENOUGH ? Duration.ZERO : Duration.ofNanos(median);
  }

  /**
   * What a question that has this much time keeps for its reply while it waits for a permit: twice
   * what the slowest take, lost ones among them, where that is not more than half of its time; 100
   * ms, or half of its time, at least; and never less than the slowest replies took that came.
   * Three quarters of its time where nothing is known.
   */
  public synchronized Duration reserve(Duration within) {
    long half = within.toNanos() / 2;
    if (count == 0) {
      return Duration.ofNanos(half + half / 2);
    }
    long twice = Math.min(Math.max(2 * slow, FLOOR.toNanos()), half);
    return Duration.ofNanos(Math.max(slowReply, twice));
  }

  /** Why a question has too little time, for people. */
  public synchronized String said() {
    if (count < ENOUGH) {
      return "no time is left for a reply";
    }
    return slowReply == 0
        ? "no reply has come to the last "
            + Math.min(count, KEPT)
            + " questions in the time they had"
        : "half of the last replies took "
            + usual().toMillis()
            + " ms or more, or did not come, and less time is left";
  }

  /** Whether a question with too little time may find out whether that is still so. */
  public synchronized boolean isTrialDue() {
    return nextTrial.left().isZero();
  }

  /** Begins to find out; false where somebody else has. */
  public synchronized boolean beginTrial() {
    if (!isTrialDue()) {
      return false;
    }
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    nextTrial = Deadline.in(pause, time);
    return true;
  }

  /**
   * Whether a reply that did not come in this time says something of the vendor: it has been
   * replying in less. Where it has not, the time was too short.
   */
  public synchronized boolean isLongEnough(Duration given) {
    return slowReply > 0 && given.toNanos() >= slowReply;
  }
}
