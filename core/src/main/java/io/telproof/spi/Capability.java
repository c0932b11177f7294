package io.telproof.spi;

import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.TenureCheck;
import java.util.Arrays;
import java.util.Optional;

/** The six checks, as configuration, routes and metrics name them. */
public enum Capability {
  /** {@link PhoneStatusCheck}. */
  PHONE_STATUS("phone-status"),
  /** {@link TenureCheck}. */
  TENURE("tenure"),
  /** {@link IdentityMatch}. */
  IDENTITY_MATCH("identity-match"),
  /** {@link CodeDelivery}. */
  CODE_DELIVERY("code-delivery"),
  /** {@link CodeVerification}. */
  CODE_VERIFICATION("code-verification"),
  /** {@link PreValidatedNumber}. */
  PRE_VALIDATED_NUMBER("pre-validated-number");

  private final String key;

  Capability(String key) {
    this.key = key;
  }

  /** The word that stands for it in configuration. */
  public String key() {
    return key;
  }

  /** Whether this provider offers it. */
  public boolean offeredBy(VerificationProvider provider) {
    Optional<? extends Check<?, ?>> check =
        switch (this) {
          case PHONE_STATUS -> provider.phoneStatus();
          case TENURE -> provider.tenure();
          case IDENTITY_MATCH -> provider.identityMatch();
          case CODE_DELIVERY -> provider.codeDelivery();
          case CODE_VERIFICATION -> provider.codeVerification();
          case PRE_VALIDATED_NUMBER -> provider.preValidatedNumber();
        };
    return check.isPresent();
  }

  /** The capability of this word. */
  public static Optional<Capability> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
