package io.telproof.examples.acme;

import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.ratelimit.RateLimiters;
import java.time.Instant;
import java.util.Optional;

/**
 * Forgets at once which numbers a vendor refuses. The kit puts every reply to the same question: by
 * one that refuses its number for the day, all that come after it would not be asked.
 */
public final class ForgetfulStoreFactory
    implements LimitStoreFactory<ForgetfulStoreFactory.NoSettings> {
  /** Nothing is to be said. */
  public record NoSettings() {}

  /** For {@link java.util.ServiceLoader}. */
  public ForgetfulStoreFactory() {}

  @Override
  public String kept() {
    return "forgetful";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public LimitStore open(NoSettings settings, LimitStoreEnvironment environment) {
    return new ForgetfulStore(LimitStore.local(environment.time()));
  }

  private record ForgetfulStore(LimitStore kept) implements LimitStore, NumberRefusals {
    @Override
    public RateLimiters rateLimiters() {
      return kept.rateLimiters();
    }

    @Override
    public ChargeCounter charges() {
      return kept.charges();
    }

    @Override
    public NumberRefusals refusals() {
      return this;
    }

    @Override
    public void add(String number, Instant until) {}

    @Override
    public Optional<Instant> until(String number) {
      return Optional.empty();
    }

    @Override
    public void close() {
      kept.close();
    }
  }
}
