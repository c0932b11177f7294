package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Remembers in this process, up to a hundred thousand numbers. */
final class LocalNumberRefusals implements NumberRefusals {
  static final int MOST = 100_000;

  /** One number, in the order in which they end. */
  private record Refusal(Instant until, String number) implements Comparable<Refusal> {
    @Override
    public int compareTo(Refusal other) {
      int byEnd = until.compareTo(other.until);
      return byEnd != 0 ? byEnd : number.compareTo(other.number);
    }
  }

  private final Object lock = new Object();
  private final Map<String, Refusal> byNumber = new HashMap<>();
  private final TreeSet<Refusal> byEnd = new TreeSet<>();
  private final Time time;

  /** Looked at for each question, and nearly always all that there is to see. */
  private volatile boolean empty = true;

  LocalNumberRefusals(Time time) {
    this.time = time;
  }

  @Override
  public void add(String number, Instant until) {
    Refusal refusal = new Refusal(until, number);
    synchronized (lock) {
      forgetWhatIsOver();
      @Nullable Refusal before = byNumber.put(number, refusal);
      if (before != null) {
        byEnd.remove(before);
      }
      byEnd.add(refusal);
      empty = false;
      if (byEnd.size() > MOST) {
        forget(byEnd.first());
      }
    }
  }

  @Override
  public Optional<Instant> until(String number) {
    synchronized (lock) {
      forgetWhatIsOver();
      return Optional.ofNullable(byNumber.get(number)).map(Refusal::until);
    }
  }

  @Override
  public boolean isEmpty() {
    return empty;
  }

  private void forgetWhatIsOver() {
    Instant now = time.now();
    while (!byEnd.isEmpty() && !byEnd.first().until().isAfter(now)) {
      forget(byEnd.first());
    }
  }

  private void forget(Refusal refusal) {
    byEnd.remove(refusal);
    byNumber.remove(refusal.number());
    empty = byNumber.isEmpty();
  }
}
