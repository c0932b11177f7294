package io.telproof.spi.ratelimit;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts in this process. Every day that was seen keeps its own count: a clock that is set back
 * finds the count of that day again, and one that was ahead for a moment does no harm to the days
 * between. This is one small entry a day.
 */
final class LocalChargeCounter implements ChargeCounter {
  private record Page(String budget, LocalDate day) {}

  private final ConcurrentMap<Page, AtomicInteger> used = new ConcurrentHashMap<>();

  @Override
  public Outcome take(String budget, LocalDate day, int most) {
    int before = count(budget, day).getAndUpdate(count -> count < most ? count + 1 : count);
    return before < most ? Outcome.COUNTED : Outcome.REACHED;
  }

  @Override
  public void giveBack(String budget, LocalDate day) {
    count(budget, day).getAndUpdate(count -> Math.max(0, count - 1));
  }

  @Override
  public OptionalInt used(String budget, LocalDate day) {
    return OptionalInt.of(count(budget, day).get());
  }

  private AtomicInteger count(String budget, LocalDate day) {
    return used.computeIfAbsent(new Page(budget, day), unseen -> new AtomicInteger());
  }
}
