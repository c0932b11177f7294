package io.telproof.bench;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers every question about a tenure at once, and sends nothing. Immutable. */
final class InProcessProvider implements VerificationProvider {
  private static final Answer<Tenure> ANSWER =
      new Answer.Known<>(
          Tenure.from(24),
          Receipt.of("bench", "Tenure", Charge.CHARGED, Instant.EPOCH, Duration.ofMillis(1)));

  private final String name;

  InProcessProvider(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of((query, context) -> ANSWER);
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        new Offer(CheckType.TENURE, "Tenure", RateLimits.perSecond(1_000_000), "every answer"));
  }

  @Override
  public void close() {
    // It has nothing to let go of.
  }
}
