package io.telproof.bulk;

import io.telproof.client.ClientListener;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many questions are under way at a time: as many as the limit takes at the vendor's pace.
 * Where questions wait for their permit there are enough; as long as none does, there are more and
 * more, until more bring nothing. {@link #permit} is thread-safe; all else is for one thread.
 */
final class InFlight implements ClientListener {
  static final int MOST = 256;
  private static final int FIRST = 8;

  /** So long a permit takes that nobody waits for. */
  private static final Duration AT_ONCE = Duration.ofMillis(5);

  /** More is worth while where it brings a tenth. */
  private static final double WORTH = 1.1;

  /** After so many looks it is tried once more: vendors become slower and quicker. */
  private static final int PATIENCE = 30;

  private final boolean fixed;
  private final LongAdder permits = new LongAdder();
  private final LongAdder late = new LongAdder();
  private int allowed;
  private long best;
  private int looks;

  private InFlight(int allowed, boolean fixed) {
    this.allowed = allowed;
    this.fixed = fixed;
  }

  static InFlight asNeeded() {
    return new InFlight(FIRST, false);
  }

  static InFlight of(int count) {
    return new InFlight(count, true);
  }

  int allowed() {
    return allowed;
  }

  @Override
  public void permit(String provider, String operation, Duration waited, boolean given) {
    permits.increment();
    if (waited.compareTo(AT_ONCE) > 0) {
      late.increment();
    }
  }

  /**
   * Looks at what went by since the last look, once a second.
   *
   * @param answered how many questions came to an end
   * @param full whether as many were under way as are allowed
   */
  void look(long answered, boolean full) {
    long all = permits.sumThenReset();
    boolean waited = late.sumThenReset() * 2 > all;
    if (fixed || waited || !full || allowed == MOST) {
      return;
    }
    looks++;
    if (best == 0 || answered > best * WORTH) {
      best = Math.max(1, answered);
      looks = 0;
      allowed = Math.min(MOST, allowed * 2);
    } else if (looks > PATIENCE) {
      best = 0;
    }
  }
}
