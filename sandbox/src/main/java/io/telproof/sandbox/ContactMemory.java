package io.telproof.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a vendor remembers between two questions about one contact: how often it was asked about
 * today, and whether a scenario that happens once has happened. Thread-safe.
 */
public final class ContactMemory {

  /** The vendors' day. Inferred: two count in China, none says where its day begins. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final int daily;
  private final Set<String> happened = new HashSet<>();
  private final Map<String, Integer> today = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /**
   * Remembers nothing yet.
   *
   * @param daily how often one operation may be asked about one contact in a day, at least once
   */
  public ContactMemory(int daily) {
    if (daily < 1) {
      throw new IllegalArgumentException("the daily limit is " + daily + ", expected at least 1");
    }
    this.daily = daily;
  }

  /**
   * Says which scenario this question plays, and counts it.
   *
   * @param scenario what the contact's number asks for
   * @param operation the vendor's name of the operation
   * @param contact whom the request is about
   * @param now the moment, by the vendor's clock
   * @return {@link Scenario#DAILY_LIMIT} beyond the day's limit; the first time for {@link
   *     Scenario#BUSY_ONCE} and {@link Scenario#THROTTLED_ONCE} what they do once, and the plain
   *     good case ever after; any other scenario as it is
   */
  public synchronized Scenario play(
      Scenario scenario, String operation, String contact, Instant now) {
    LocalDate date = LocalDate.ofInstant(now, CHINA);
    if (!date.equals(day)) {
      day = date;
      today.clear();
    }
    String key = operation + ' ' + contact;
    if (today.merge(key, 1, Integer::sum) > daily) {
      return Scenario.DAILY_LIMIT;
    }
    return switch (scenario) {
      case BUSY_ONCE -> happened.add(key) ? Scenario.BUSY : Scenario.PLAIN_GOOD;
      case THROTTLED_ONCE -> happened.add(key) ? Scenario.THROTTLED : Scenario.PLAIN_GOOD;
      default -> scenario;
    };
  }
}
