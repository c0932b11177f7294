package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two limits that one request counts for. The permit of the first is there before that of the
 * second is waited for, and goes back unused where there will be none.
 */
final class JointLimiter implements RateLimiter {
  private final RateLimiter first;
  private final RateLimiter second;
  private final Time time;

  JointLimiter(RateLimiter first, RateLimiter second, Time time) {
    this.first = first;
    this.second = second;
    this.time = time;
  }

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    Deadline deadline = Deadline.in(within, time);
    Admission one = first.acquire(within);
    if (!(one instanceof Permit permit)) {
      return one;
    }
    boolean both = false;
    try {
      Admission two = second.acquire(deadline.left());
      if (!(two instanceof Permit other)) {
        return two;
      }
      both = true;
      return new JointPermit(permit, other);
    } finally {
      if (!both) {
        permit.close();
      }
    }
  }

  @Override
  public Map<RateLimit, Integer> left() {
    Map<RateLimit, Integer> left = new LinkedHashMap<>(first.left());
    second.left().forEach((limit, permits) -> left.merge(limit, permits, Math::min));
    return left;
  }

  private record JointPermit(Permit first, Permit second) implements Permit {
    @Override
    public boolean isValid() {
      return first.isValid() && second.isValid();
    }

    @Override
    public void sent() {
      first.sent();
      second.sent();
    }

    @Override
    public void close() {
      try (first) {
        second.close();
      }
    }
  }
}
