package io.telproof.spi;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import java.util.List;
import java.util.Optional;

/**
 * One account with one vendor. Override a method for each check that it offers: presence is the
 * declaration. Implementations are thread-safe; the checks they return never repeat a question and
 * never ask another provider, because both are done for them.
 */
public interface VerificationProvider extends AutoCloseable {
  /** {@return the provider's name in the configuration} */
  String name();

  /** {@return whether a number is in service} */
  default Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.empty();
  }

  /**
   * For how long a number has been in use.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<TenureCheck> tenure() {
    return Optional.empty();
  }

  /** {@return whether a number and a name, and whatever else is claimed, belong together} */
  default Optional<IdentityMatch> identityMatch() {
    return Optional.empty();
  }

  /**
   * Sends a code.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<CodeDelivery> codeDelivery() {
    return Optional.empty();
  }

  /**
   * Checks a code.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<CodeVerification> codeVerification() {
    return Optional.empty();
  }

  /**
   * Gives the id of a pre-validated number.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<PreValidatedNumber> preValidatedNumber() {
    return Optional.empty();
  }

  /**
   * Whether a number has changed hands.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.empty();
  }

  /**
   * Whether the SIM card behind a number was changed.
   *
   * @return the check; empty where the provider does not have it
   */
  default Optional<SimSwapCheck> simSwap() {
    return Optional.empty();
  }

  /**
   * {@return what is sold, one line for each operation, made from the operations' own tables} Where
   * several answer one check, they serve different questions: the first one that {@linkplain
   * Offer#serves(Object) serves} a question is the one that the check asks.
   */
  List<Offer> offers();

  /**
   * Lets go of connections and threads. Requests already sent are left to finish; a call that comes
   * later fails as UNAVAILABLE. Closing twice does nothing.
   */
  @Override
  void close();
}
