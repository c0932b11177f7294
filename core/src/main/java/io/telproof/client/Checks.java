package io.telproof.client;

import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.TenureCheck;
import io.telproof.spi.Capability;
import io.telproof.spi.VerificationProvider;
import java.util.Optional;
import java.util.function.Function;

/** The six checks, each with all that stands around it, as far as they are there. Thread-safe. */
public final class Checks {
  private final Chains chains;
  private final Optional<PhoneStatusCheck> phoneStatus;
  private final Optional<TenureCheck> tenure;
  private final Optional<IdentityMatch> identityMatch;
  private final Optional<CodeDelivery> codeDelivery;
  private final Optional<CodeVerification> codeVerification;
  private final Optional<PreValidatedNumber> preValidatedNumber;

  /** Builds the chain of each check. */
  interface Chains {
    /** The chain of a check; empty where nobody is there to ask. */
    <Q, V> Optional<Check<Q, V>> chain(
        Capability capability,
        Function<VerificationProvider, Optional<? extends Check<Q, V>>> check);

    /** Says why nobody is there to ask, and what to add. */
    ConfigurationException missing(Capability capability);
  }

  Checks(Chains chains) {
    this.chains = chains;
    this.phoneStatus =
        chains
            .chain(Capability.PHONE_STATUS, VerificationProvider::phoneStatus)
            .map(check -> check::check);
    this.tenure =
        chains.chain(Capability.TENURE, VerificationProvider::tenure).map(check -> check::check);
    this.identityMatch =
        chains
            .chain(Capability.IDENTITY_MATCH, VerificationProvider::identityMatch)
            .map(check -> check::check);
    this.codeDelivery =
        chains
            .chain(Capability.CODE_DELIVERY, VerificationProvider::codeDelivery)
            .map(check -> check::check);
    this.codeVerification =
        chains
            .chain(Capability.CODE_VERIFICATION, VerificationProvider::codeVerification)
            .map(check -> check::check);
    this.preValidatedNumber =
        chains
            .chain(Capability.PRE_VALIDATED_NUMBER, VerificationProvider::preValidatedNumber)
            .map(check -> check::check);
  }

  /**
   * Asks whether a number is in service.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PhoneStatusCheck phoneStatus() {
    return there(phoneStatus, Capability.PHONE_STATUS);
  }

  /**
   * Asks for how long a number has been in use.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public TenureCheck tenure() {
    return there(tenure, Capability.TENURE);
  }

  /**
   * Asks whether number, name and identity number belong together.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public IdentityMatch identityMatch() {
    return there(identityMatch, Capability.IDENTITY_MATCH);
  }

  /**
   * Has a code sent.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeDelivery codeDelivery() {
    return there(codeDelivery, Capability.CODE_DELIVERY);
  }

  /**
   * Has a code checked.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public CodeVerification codeVerification() {
    return there(codeVerification, Capability.CODE_VERIFICATION);
  }

  /**
   * Asks for the id of a pre-validated number.
   *
   * @throws ConfigurationException if no provider is there to ask
   */
  public PreValidatedNumber preValidatedNumber() {
    return there(preValidatedNumber, Capability.PRE_VALIDATED_NUMBER);
  }

  private <C> C there(Optional<C> check, Capability capability) {
    return check.orElseThrow(() -> chains.missing(capability));
  }
}
