package io.telproof.sandbox.camara;

import io.telproof.sandbox.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** When the SIM card behind a number was changed last, or first used where it never was. */
final class SimSwaps {

  /** Either of both operations is served by it. */
  static final String SCOPE_OF_BOTH = "sim-swap";

  private SimSwaps() {}

  static Instant last(Question question) {
    return switch (question.scenario()) {
      case SUSPENDED -> question.now().minus(Duration.ofHours(2));
      case CANCELLED -> question.now().minus(Duration.ofHours(100));
      default -> question.now().atZone(ZoneOffset.UTC).minusMonths(30).toInstant();
    };
  }

  /** The scenarios in which neither operation tells anything. */
  static void refuse(Question question) throws Refusal {
    Scenario scenario = question.scenario();
    if (scenario == Scenario.NO_RECORD || scenario == Scenario.NOT_COVERED) {
      throw Refusal.unknownNumber();
    }
    if (scenario == Scenario.UNDISCLOSED && question.even()) {
      throw Refusal.notApplicable();
    }
  }
}
