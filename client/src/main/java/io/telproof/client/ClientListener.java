package io.telproof.client;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears how a client works, without a word about the person or the number: for meters. Each method
 * is called on the thread on which it happens and must not wait; what it throws is logged by class
 * and goes no further. Implementations are thread-safe.
 */
public interface ClientListener {
  /**
   * The client is open; called once, before the first question.
   *
   * @param telproof the client that was opened
   */
  default void opened(Telproof telproof) {}

  /**
   * A question was answered.
   *
   * @param check the kind of question
   * @param context how long the caller waits, and how it names the question
   * @param gap why there is no value; empty where there is one
   * @param receipt who answered, and what it cost
   * @param elapsed how long the caller waited
   */
  default void answered(
      CheckType check, CallContext context, Optional<Gap> gap, Receipt receipt, Duration elapsed) {}

  /**
   * A question failed.
   *
   * @param check the kind of question
   * @param context how long the caller waits, and how it names the question
   * @param failure what the caller is told
   * @param elapsed how long the caller waited
   */
  default void failed(CheckType check, CallContext context, Failure failure, Duration elapsed) {}

  /**
   * A vendor's limits are kept from now on; called once for each operation, before its first use.
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param limits those that are in force
   * @param limiter tells what is left of each
   */
  default void limited(String provider, String operation, RateLimits limits, RateLimiter limiter) {}

  /**
   * Where limits are kept for many processes cannot be reached any more, or can be again. It is
   * taken to be reachable until something else is said.
   *
   * @param available whether it can be reached
   */
  default void limitStore(boolean available) {}

  /**
   * Somebody waited for a permit.
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param waited how long was waited for it
   * @param given whether there was one; otherwise the wait would have outlasted the time given
   */
  default void permit(String provider, String operation, Duration waited, boolean given) {}

  /**
   * An exchange with a vendor is over: from the permit to the reply, connecting included.
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param elapsed how long the exchange took
   */
  default void exchanged(String provider, String operation, Duration elapsed) {}

  /**
   * A circuit breaker changed its state.
   *
   * @param check the kind of question
   * @param provider the provider's name in the configuration
   * @param state the state that it is in now
   */
  default void breaker(CheckType check, String provider, BreakerState state) {}

  /**
   * A shadow was asked: it is on the bill, and on no caller's receipt. Called once for each
   * attempt, whatever came of it.
   *
   * @param check the kind of question
   * @param shadow the name of the provider that was asked as a shadow
   * @param charge what the question cost
   */
  default void shadowAsked(CheckType check, String shadow, Charge charge) {}

  /**
   * A shadow was asked, and its answer compared with the one that the caller got.
   *
   * @param check the kind of question
   * @param primary the name of the provider whose answer was given
   * @param shadow the name of the provider that was asked as a shadow
   * @param agreement how the two answers compare
   */
  default void shadowed(CheckType check, String primary, String shadow, Agreement agreement) {}
}
