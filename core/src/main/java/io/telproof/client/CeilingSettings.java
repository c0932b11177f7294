package io.telproof.client;

import io.telproof.spi.Capability;
import java.util.Optional;

/**
 * How many charges a day are allowed for each check; none are counted where nothing is said.
 *
 * @param zone where a day begins
 */
record CeilingSettings(
    Zone zone,
    Optional<PerDay> phoneStatus,
    Optional<PerDay> tenure,
    Optional<PerDay> identityMatch,
    Optional<PerDay> codeDelivery,
    Optional<PerDay> codeVerification,
    Optional<PerDay> preValidatedNumber) {
  Optional<PerDay> of(Capability check) {
    return switch (check) {
      case PHONE_STATUS -> phoneStatus;
      case TENURE -> tenure;
      case IDENTITY_MATCH -> identityMatch;
      case CODE_DELIVERY -> codeDelivery;
      case CODE_VERIFICATION -> codeVerification;
      case PRE_VALIDATED_NUMBER -> preValidatedNumber;
    };
  }
}
