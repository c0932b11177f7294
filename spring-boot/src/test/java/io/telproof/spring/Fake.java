package io.telproof.spring;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that an application gives in code: it knows nothing of any number, or is away. */
final class Fake implements VerificationProvider {
  final AtomicInteger closed = new AtomicInteger();
  private final String name;
  private final boolean away;

  private Fake(String name, boolean away) {
    this.name = name;
    this.away = away;
  }

  static Fake named(String name) {
    return new Fake(name, false);
  }

  static Fake away(String name) {
    return new Fake(name, true);
  }

  private <V> Answer<V> answer(Object query, CallContext context) {
    if (away) {
      throw new VerificationException(Failure.of(FailureKind.UNAVAILABLE, name, "Fake", "away"));
    }
    return new Answer.Unknown<>(Gap.NO_RECORD, Receipt.unsent(name, "Fake", Instant.EPOCH));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(this::answer);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(this::answer);
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        new Offer(CheckType.PHONE_STATUS, "Fake", RateLimits.perSecond(20), "nothing"),
        new Offer(CheckType.TENURE, "Fake", RateLimits.perSecond(20), "nothing"));
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
