package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.util.Optional;

/**
 * Where is kept what an account may still ask: in this process, or for many processes together.
 * Thread-safe.
 */
public interface LimitStore extends AutoCloseable {
  /** {@return the vendors' limits} */
  RateLimiters rateLimiters();

  /** {@return the charges of each day} */
  ChargeCounter charges();

  /** {@return what vendors have refused to be asked about again for a while} */
  NumberRefusals refusals();

  /**
   * {@return why the store cannot be asked at this moment, and what is done meanwhile, for people;
   * without an address, a user or a password} Empty where it can be, or where that is not known
   * yet. Does not ask it.
   */
  default Optional<String> away() {
    return Optional.empty();
  }

  /** Lets go of connections and threads. Permits that are out can still be closed. */
  @Override
  void close();

  /**
   * {@return everything kept in this process, and gone with it}
   *
   * @param time the clock that refills the limits
   */
  static LimitStore local(Time time) {
    return new LocalLimitStore(time);
  }
}
