package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The charges of a calendar day: no more than its allowance are given out. Where they are counted,
 * for this process or for many, is the store's business. Thread-safe.
 */
final class DailyBudget {
  private final String name;
  private final ChargesPerDay perDay;
  private final ZoneId zone;
  private final LimitStore store;
  private final Time time;

  /**
   * A budget.
   *
   * @param name what charges are counted for: the same in every process that shares them
   */
  DailyBudget(String name, ChargesPerDay perDay, ZoneId zone, LimitStore store, Time time) {
    this.name = name;
    this.perDay = perDay;
    this.zone = zone;
    this.store = store;
    this.time = time;
  }

  /** One charge of today, which is not taken yet: memory that is not there must not cost one. */
  Reservation reservation() {
    return new Reservation(today());
  }

  /** One charge of today; empty where none is left, or where nobody knows. */
  Optional<Reservation> reserve() {
    Optional<Reservation> reservation = Optional.of(reservation());
    return reservation.get().take() == ChargeCounter.Outcome.COUNTED
        ? reservation
        : Optional.empty();
  }

  ChargesPerDay perDay() {
    return perDay;
  }

  /** How many charges are left today; empty where nobody knows. */
  OptionalInt left() {
    OptionalInt used = store.charges().used(name, today());
    return used.isPresent() ? OptionalInt.of(perDay.charges() - used.getAsInt()) : used;
  }

  /** Whether none is left today. */
  boolean isReached() {
    return left().orElse(1) <= 0;
  }

  /** That there is nothing left for a check, for people. */
  String reached(CheckType check) {
    return "the configured budget of "
        + perDay.charges()
        + " charges a day for "
        + check.key()
        + " is reached";
  }

  /** That nobody knows what is left for a check, for people. */
  String away(CheckType check) {
    return "the budget for "
        + check.key()
        + " cannot be counted, because "
        + store.away().orElse("the store that keeps it for every process cannot be reached");
  }

  /** That it is not known yet what others have spent, for people. */
  String tooEarly(CheckType check) {
    return "the budget for "
        + check.key()
        + " is not counted yet, because the store that keeps it for every process has just been"
        + " started or has lost what it knew, and is being told what was spent";
  }

  /** Why a check is not asked at the moment, for people; empty where it may be. */
  Optional<String> hindrance(CheckType check) {
    OptionalInt left = left();
    if (left.isEmpty()) {
      return Optional.of(away(check));
    }
    return left.getAsInt() > 0
        ? Optional.empty()
        : Optional.of(reached(check) + "; " + opensAgain());
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

  private LocalDate today() {
    return now().toLocalDate();
  }

  private ZonedDateTime now() {
    return time.now().atZone(zone);
  }

  /** One charge of a day. Thread-safe. */
  final class Reservation {
    private final AtomicBoolean back = new AtomicBoolean();
    private final LocalDate day;

    private Reservation(LocalDate day) {
      this.day = day;
    }

    /** Has it counted. To be called once. */
    ChargeCounter.Outcome take() {
      return store.charges().take(name, day, perDay.charges());
    }

    /** It was not needed after all. Called again, it does nothing. */
    void giveBack() {
      if (back.compareAndSet(false, true)) {
        store.charges().giveBack(name, day);
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
