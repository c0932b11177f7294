package io.telproof.testkit;

import io.telproof.Kind;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.Capability;
import io.telproof.spi.Endpoint;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.util.List;
import java.util.Set;

/**
 * All that the contracts need to know of a provider. An author writes one class; the contract tests
 * beside it are five lines each.
 */
public interface ProviderHarness {
  /**
   * Opens the provider as the factory does, with every operation at this endpoint. Waits, counts
   * and signs by what the environment gives.
   */
  VerificationProvider open(String name, Endpoint endpoint, ProviderEnvironment environment);

  /** The factory, to be compared with what ServiceLoader finds. */
  VerificationProviderFactory<?> factory();

  /**
   * The provider's block of a configuration, with every setting that it needs, one in a line and
   * without {@code type}: {@code access-key = "…"}.
   */
  String settings(Endpoint endpoint);

  /** The key material that {@link #open} signs with, in clear: what must never show. */
  List<String> secrets();

  /**
   * The vendor, new and without memory. It recomputes the signature from the bytes it received and
   * refuses in the vendor's own words; it tells what it heard; it answers the sample's question.
   */
  Vendor vendor();

  /** What the vendor says, and what it cannot say. */
  PhraseBook phrases();

  /** Whom the contracts ask about. */
  default Sample sample() {
    return Sample.mainlandChina();
  }

  /** Numbers about which the vendor cannot be asked this; none where it serves every number. */
  default List<PhoneNumber> uncovered(Capability check) {
    return sample().uncovered();
  }

  /** The checks that the vendor counts together, where its pages say that it does. */
  default Set<Set<Capability>> sharedLimits() {
    return Set.of();
  }

  /** How often a question that ended in this kind is asked in all: once by a provider. */
  default int attempts(Kind kind) {
    return 1;
  }

  /** How long the contracts wait. */
  default Pace pace() {
    return Pace.STANDARD;
  }
}
