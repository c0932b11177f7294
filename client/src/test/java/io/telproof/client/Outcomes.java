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
import java.util.Optional;
import java.util.Random;

/** What a provider by the name of main says, and what it costs. */
public final class Outcomes {
  static final Instant ASKED_AT = Instant.parse("2026-01-01T08:00:00Z");

  private Outcomes() {}

  public static Receipt receipt(Charge charge) {
    return new Receipt(
        "main",
        "Op",
        Optional.of("request-7"),
        Optional.of("0"),
        charge,
        ASKED_AT,
        Duration.ofMillis(30),
        List.of());
  }

  public static VerificationException failure(FailureKind kind, Charge charge) {
    Failure usual = Failure.of(kind, "main", "Op", "for the test");
    return new VerificationException(
        new Failure(
            kind,
            usual.provider(),
            usual.operation(),
            Optional.of("BUSY"),
            Optional.of("request-7"),
            charge,
            Optional.of(Duration.ofSeconds(3)),
            usual.maxRetries(),
            usual.earlier(),
            usual.reason()));
  }

  public static VerificationException failure(FailureKind kind) {
    return failure(kind, kind.charge());
  }

  /** An attempt that ended as busy and cost so. */
  public static Attempt attempt(Charge charge) {
    return new Attempt(
        "main",
        "Op",
        Optional.of(FailureKind.UNAVAILABLE),
        charge,
        Duration.ofMillis(5),
        "for the test");
  }

  public static Charge charge(Random random) {
    List<Charge> all = List.of(Charge.values());
    return all.get(random.nextInt(all.size()));
  }
}
