package io.telproof;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt and a failure have in common: who was asked, what the vendor called the outcome,
 * and what it cost. An {@link Optional} cannot be serialized, null can. Immutable.
 */
record VendorOutcome(
    String provider,
    String operation,
    @Nullable String vendorCode,
    @Nullable String requestId,
    Charge charge,
    List<Attempt> earlier)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  VendorOutcome {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(charge, "charge");
    earlier = List.copyOf(earlier);
  }

  static VendorOutcome of(String provider, String operation, Charge charge) {
    return new VendorOutcome(provider, operation, null, null, charge, List.of());
  }

  VendorOutcome withVendorCode(String code) {
    Objects.requireNonNull(code, "vendorCode");
    return new VendorOutcome(provider, operation, code, requestId, charge, earlier);
  }

  VendorOutcome withRequestId(String id) {
    Objects.requireNonNull(id, "requestId");
    return new VendorOutcome(provider, operation, vendorCode, id, charge, earlier);
  }

  VendorOutcome withCharge(Charge other) {
    return new VendorOutcome(provider, operation, vendorCode, requestId, other, earlier);
  }

  VendorOutcome withEarlier(List<Attempt> attempts) {
    return new VendorOutcome(provider, operation, vendorCode, requestId, charge, attempts);
  }

  boolean isFree() {
    return charge == Charge.FREE
        && earlier.stream().allMatch(attempt -> attempt.charge() == Charge.FREE);
  }
}
