package io.telproof.client;

import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What a provider by the name of main says, and what it costs. */
public final class Outcomes {
  static final Instant ASKED_AT = Instant.parse("2026-01-01T08:00:00Z");

  private Outcomes() {}

  public static Receipt receipt(Charge charge) {
    return Receipt.of("main", "Op", charge, ASKED_AT, Duration.ofMillis(30))
        .withRequestId("request-7")
        .withVendorCode("0");
  }

  public static VerificationException failure(FailureKind kind, Charge charge) {
    return new VerificationException(
        Failure.of(kind, "main", "Op", "for the test")
            .withVendorCode("BUSY")
            .withRequestId("request-7")
            .withCharge(charge)
            .withRetryAfter(Duration.ofSeconds(3)));
  }

  public static VerificationException failure(FailureKind kind) {
    return failure(kind, kind.charge());
  }

  /** An attempt that ended as busy and cost so. */
  public static Attempt attempt(Charge charge) {
    return Attempt.of("main", "Op", charge, Duration.ofMillis(5), "for the test")
        .withFailure(FailureKind.UNAVAILABLE);
  }

  public static Charge charge(Random random) {
    List<Charge> all = List.of(Charge.values());
    return all.get(random.nextInt(all.size()));
  }
}
