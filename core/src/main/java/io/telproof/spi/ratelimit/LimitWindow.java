package io.telproof.spi.ratelimit;

/**
 * One limit of a {@link SlidingWindow}: how many of the requests that the vendor has counted are
 * still in its period. Each request is looked at once. Not thread-safe.
 */
final class LimitWindow {
  private final RateLimit limit;
  private final MomentRing counted;
  private final long period;

  /** The index of the first moment that is not a period ago. */
  private long begin;

  /**
   * A limit of which nothing is used.
   *
   * @param counted when the vendor has counted each request, at the latest
   */
  LimitWindow(RateLimit limit, MomentRing counted) {
    this.limit = limit;
    this.counted = counted;
    this.period = limit.period().toNanos();
  }

  RateLimit limit() {
    return limit;
  }

  /** Moves the window on to this moment, and says where it begins now. */
  long moveTo(long now) {
    while (begin < counted.end() && counted.get(begin) + period <= now) {
      begin++;
    }
    return begin;
  }

  /** How many permits there are, where so many are out and not sent yet. */
  int free(int held) {
    return limit.permits() - held - used();
  }

  /**
   * The earliest moment at which there is a permit for somebody behind so many others, if none of
   * them gives up. What is held comes back a period from now at the earliest, and so does what they
   * will use.
   */
  long earliest(int ahead, int held, long now) {
    int missing = ahead - free(held);
    if (missing < 0) {
      return now;
    }
    int index = missing % limit.permits();
    int rounds = missing / limit.permits();
    long first = index < used() ? counted.get(begin + index) : now;
    return first + period + rounds * period;
  }

  private int used() {
    return (int) (counted.end() - begin);
  }
}
