package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;

/** Keeps everything in this process. */
final class LocalLimitStore implements LimitStore {
  private final RateLimiters rateLimiters;
  private final ChargeCounter charges = new LocalChargeCounter();
  private final NumberRefusals refusals;

  LocalLimitStore(Time time) {
    this.rateLimiters = RateLimiters.local(time);
    this.refusals = new LocalNumberRefusals(time);
  }

  @Override
  public RateLimiters rateLimiters() {
    return rateLimiters;
  }

  @Override
  public ChargeCounter charges() {
    return charges;
  }

  @Override
  public NumberRefusals refusals() {
    return refusals;
  }

  @Override
  public void close() {}
}
