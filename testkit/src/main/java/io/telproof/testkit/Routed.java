package io.telproof.testkit;

import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.spi.Capability;
import java.util.function.Supplier;

/** What an opened configuration has a provider for. */
final class Routed {
  private Routed() {}

  static boolean offers(Telproof telproof, Capability capability) {
    Supplier<?> check =
        switch (capability) {
          case PHONE_STATUS -> telproof::phoneStatus;
          case TENURE -> telproof::tenure;
          case IDENTITY_MATCH -> telproof::identityMatch;
          case CODE_DELIVERY -> telproof::codeDelivery;
          case CODE_VERIFICATION -> telproof::codeVerification;
          case PRE_VALIDATED_NUMBER -> telproof::preValidatedNumber;
        };
    try {
      return check.get() != null;
    } catch (ConfigurationException e) {
      return false;
    }
  }
}
