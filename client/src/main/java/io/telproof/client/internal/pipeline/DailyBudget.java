package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts charges, and gives out no more in a calendar day than its allowance. Thread-safe.
 *
 * <p>Every day that was seen keeps its own count: a clock that is set back finds the count of that
 * day again, and one that was ahead for a moment does no harm to the days between. This is one
 * small entry a day.
 */
final class DailyBudget {
  private final Map<LocalDate, AtomicInteger> days = new ConcurrentHashMap<>();
  private final ChargesPerDay perDay;
  private final ZoneId zone;
  private final Time time;

  DailyBudget(ChargesPerDay perDay, ZoneId zone, Time time) {
    this.perDay = perDay;
    this.zone = zone;
    this.time = time;
  }

  /** One charge of today; empty where none is left. */
  Optional<Reservation> reserve() {
    AtomicInteger used = today();
    // Made before it is counted: memory that is not there must not cost a charge of the day.
    Optional<Reservation> reservation = Optional.of(new Reservation(used));
    int before = used.getAndUpdate(count -> count < perDay.charges() ? count + 1 : count);
    return before < perDay.charges() ? reservation : Optional.empty();
  }

  ChargesPerDay perDay() {
    return perDay;
  }

  /** How many charges are left today. */
  int left() {
    return perDay.charges() - today().get();
  }

  /** Whether none is left today. */
  boolean isReached() {
    return left() <= 0;
  }

  /** That there is nothing left for a check, for people. */
  String reached(CheckType check) {
    return "the configured budget of "
        + perDay.charges()
        + " charges a day for "
        + check.key()
        + " is reached";
  }

  /** When there are charges again, for people. */
  String opensAgain() {
    long minutes = untilTomorrow().plusMinutes(1).minusNanos(1).toMinutes();
    return "it opens again in " + minutes / 60 + " h " + minutes % 60 + " min at the latest";
  }

  /** How long until the next day begins; always more than nothing. */
  Duration untilTomorrow() {
    ZonedDateTime now = now();
    ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(zone);
    // Where clocks are put back over midnight, tomorrow begins twice.
    return Duration.between(
        now, tomorrow.isAfter(now) ? tomorrow : tomorrow.withLaterOffsetAtOverlap());
  }

  private AtomicInteger today() {
    return days.computeIfAbsent(now().toLocalDate(), day -> new AtomicInteger());
  }

  private ZonedDateTime now() {
    return time.now().atZone(zone);
  }

  /** One charge of the day on which it was taken. Thread-safe. */
  static final class Reservation {
    private final AtomicBoolean back = new AtomicBoolean();
    private final AtomicInteger used;

    private Reservation(AtomicInteger used) {
      this.used = used;
    }

    /** It was not needed after all. Called again, it does nothing. */
    void giveBack() {
      if (back.compareAndSet(false, true)) {
        used.decrementAndGet();
      }
    }

    /** Puts the question that this was taken for, and gives it back where that was free. */
    <V> Answer<V> spendOn(Supplier<Answer<V>> question) {
      try {
        Answer<V> answer = question.get();
        if (answer.receipt().isFree()) {
          giveBack();
        }
        return answer;
      } catch (VerificationException e) {
        if (e.isFree()) {
          giveBack();
        }
        throw e;
      }
    }
  }
}
