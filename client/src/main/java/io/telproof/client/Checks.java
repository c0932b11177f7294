package io.telproof.client;

import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.CheckType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The checks, each with all that stands around it, as far as they are there. Thread-safe. */
public sealed class Checks permits Telproof {
  private final Map<CheckType, Check<?, ?>> checks = new EnumMap<>(CheckType.class);
  private final Function<CheckType, ConfigurationException> missing;

  /**
   * Those that somebody is there to answer.
   *
   * @param built the check of a type; empty where nobody is there to ask
   * @param missing says why nobody is, and what to add
   */
  Checks(
      Function<CheckType, Optional<Check<?, ?>>> built,
      Function<CheckType, ConfigurationException> missing) {
    this.missing = missing;
    for (CheckType type : CheckType.values()) {
      built.apply(type).ifPresent(check -> checks.put(type, check));
    }
  }

  /**
   * {@return the check of this type; one of {@link CheckType#type()}}
   *
   * @param type the kind of question
   * @throws ConfigurationException if no provider is there to ask
   */
  public final Check<?, ?> check(CheckType type) {
    Check<?, ?> check = checks.get(type);
    if (check == null) {
      throw missing.apply(type);
    }
    return check;
  }

  /**
   * Asks whether a number is in service.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final PhoneStatusCheck phoneStatus() {
    return (PhoneStatusCheck) check(CheckType.PHONE_STATUS);
  }

  /**
   * Asks for how long a number has been in use.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final TenureCheck tenure() {
    return (TenureCheck) check(CheckType.TENURE);
  }

  /**
   * Asks whether a number and a name, and whatever else is claimed, belong together.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final IdentityMatch identityMatch() {
    return (IdentityMatch) check(CheckType.IDENTITY_MATCH);
  }

  /**
   * Has a code sent.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final CodeDelivery codeDelivery() {
    return (CodeDelivery) check(CheckType.CODE_DELIVERY);
  }

  /**
   * Has a code checked.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final CodeVerification codeVerification() {
    return (CodeVerification) check(CheckType.CODE_VERIFICATION);
  }

  /**
   * Asks for the id of a pre-validated number.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final PreValidatedNumber preValidatedNumber() {
    return (PreValidatedNumber) check(CheckType.PRE_VALIDATED_NUMBER);
  }

  /**
   * Asks whether a number has changed hands.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final RecycledNumberCheck recycledNumber() {
    return (RecycledNumberCheck) check(CheckType.RECYCLED_NUMBER);
  }

  /**
   * Asks whether the SIM card behind a number was changed.
   *
   * @return the check
   * @throws ConfigurationException if no provider is there to ask
   */
  public final SimSwapCheck simSwap() {
    return (SimSwapCheck) check(CheckType.SIM_SWAP);
  }
}
