package io.telproof;

import java.util.Objects;

/**
 * Whether a number is in service, and with whom. Immutable.
 *
 * @param state the state of the line
 * @param carrier the operator that serves it, {@link Carrier#UNKNOWN} where the vendor does not say
 */
public record PhoneStatus(LineState state, Carrier carrier) {
  /**
   * Refuses null.
   *
   * @param state the state of the line
   * @param carrier the operator that serves it, {@link Carrier#UNKNOWN} where the vendor does not
   *     say
   */
  public PhoneStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(carrier, "carrier");
  }

  /**
   * {@return a state whose operator is not told}
   *
   * @param state the state of the line
   */
  public static PhoneStatus of(LineState state) {
    return new PhoneStatus(state, Carrier.UNKNOWN);
  }
}
