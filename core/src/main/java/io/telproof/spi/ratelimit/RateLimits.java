package io.telproof.spi.ratelimit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that a vendor counts of one operation: each of these limits has to hold. Immutable.
 *
 * @param all one or more, the shortest period first
 * @param travel by how much the way of one request to the vendor may be longer than that of
 *     another, from nothing to ten seconds. The vendor counts when a request reaches it: what is
 *     sent a period apart can arrive closer together, by so much
 */
public record RateLimits(List<RateLimit> all, Duration travel) {
  /**
   * What is taken for the difference between two ways to a vendor unless something else is said.
   */
  public static final Duration STANDARD_TRAVEL = Duration.ofMillis(20);

  /** A travel is no longer than this. */
  public static final Duration LONGEST_TRAVEL = Duration.ofSeconds(10);

  /**
   * Sorts them.
   *
   * @param all one or more, the shortest period first
   * @param travel by how much the way of one request to the vendor may be longer than that of
   *     another, from nothing to ten seconds. The vendor counts when a request reaches it: what is
   *     sent a period apart can arrive closer together, by so much
   * @throws IllegalArgumentException if there is none, if two have the same period, if a longer
   *     period allows no more than a shorter one, or if the travel is out of its range
   */
  public RateLimits {
    all = all.stream().sorted(Comparator.comparing(RateLimit::period)).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("expected one limit or more, as in 25/s");
    }
    for (int i = 1; i < all.size(); i++) {
      RateLimit shorter = all.get(i - 1);
      RateLimit longer = all.get(i);
      if (shorter.period().equals(longer.period())) {
        throw new IllegalArgumentException(
            shorter + " and " + longer + " are two limits of one period; give one of them");
      }
      if (shorter.permits() > longer.permits()) {
        throw new IllegalArgumentException(
            longer + " leaves nothing of " + shorter + ", which can never be used; leave it out");
      }
    }
    if (travel.isNegative() || travel.compareTo(LONGEST_TRAVEL) > 0) {
      throw new IllegalArgumentException("travel must be 0 to 10 seconds");
    }
  }

  /**
   * These limits, at the standard travel.
   *
   * @param limits the limits, at least one
   * @return the limits
   * @throws IllegalArgumentException if they cannot stand beside each other
   */
  public static RateLimits of(RateLimit... limits) {
    return new RateLimits(Arrays.asList(limits), STANDARD_TRAVEL);
  }

  /**
   * {@return so many a second, at the standard travel}
   *
   * @param permits how many requests may go out in a second; at least one
   * @throws IllegalArgumentException if there is no permit
   */
  public static RateLimits perSecond(int permits) {
    return of(RateLimit.perSecond(permits));
  }

  /**
   * {@return the same limits at this travel}
   *
   * @param other by how much the ways of two requests to the vendor may differ
   * @throws IllegalArgumentException if it is out of its range
   */
  public RateLimits withTravel(Duration other) {
    return new RateLimits(all, other);
  }

  /**
   * Refuses other limits for what has these already.
   *
   * @param key whose limits they are
   * @param asked the limits that were asked for later under the same key
   * @throws IllegalArgumentException if those asked for are others
   */
  public void requireSame(String key, RateLimits asked) {
    if (!equals(asked)) {
      throw new IllegalArgumentException(
          "the limits of " + key + " are " + this + " already and cannot be " + asked + " as well");
    }
  }

  /** As people write them: {@code 25/s, 10000/day}. */
  @Override
  public String toString() {
    String limits = all.stream().map(RateLimit::toString).collect(Collectors.joining(", "));
    return travel.equals(STANDARD_TRAVEL)
        ? limits
        : limits + " (travel " + travel.toMillis() + " ms)";
  }
}
