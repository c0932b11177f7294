package io.telproof.testkit;

import io.telproof.spi.Capability;
import io.telproof.spi.VerificationProvider;

/** A provider's check, as it prints. */
final class Checks {
  private Checks() {}

  static String of(VerificationProvider provider, Capability capability) {
    return switch (capability) {
      case PHONE_STATUS -> provider.phoneStatus().toString();
      case TENURE -> provider.tenure().toString();
      case IDENTITY_MATCH -> provider.identityMatch().toString();
      case CODE_DELIVERY -> provider.codeDelivery().toString();
      case CODE_VERIFICATION -> provider.codeVerification().toString();
      case PRE_VALIDATED_NUMBER -> provider.preValidatedNumber().toString();
    };
  }
}
