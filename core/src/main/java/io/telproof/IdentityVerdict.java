package io.telproof;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the number, the name and the identity number belong together. Immutable.
 *
 * @param outcome whether they do
 * @param differing what differs from the operator's record; empty where the vendor does not tell
 * @param carrier the operator that serves the number, {@link Carrier#UNKNOWN} where not told
 */
public record IdentityVerdict(
    Outcome outcome, Optional<Set<Attribute>> differing, Carrier carrier) {
  /** Whether the three belong together. */
  public enum Outcome {
    /** All three belong together. */
    MATCH,
    /** At least one does not belong to the others. */
    MISMATCH
  }

  /** What the operator's record of a number says about its holder. */
  public enum Attribute {
    /** The holder's name. */
    NAME,
    /** The number of the holder's identity document. */
    ID_NUMBER
  }

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if a match is said to differ, or the set is there but empty
   */
  public IdentityVerdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(carrier, "carrier");
    if (differing.isPresent() && (outcome == Outcome.MATCH || differing.get().isEmpty())) {
      throw new IllegalArgumentException(
          "what differs is said of a mismatch only, and never as an empty set");
    }
    // In the order of the constants, so that the same verdict prints the same everywhere.
    differing = differing.map(set -> Collections.unmodifiableSet(EnumSet.copyOf(set)));
  }

  /** All three belong together. */
  public static IdentityVerdict match(Carrier carrier) {
    return new IdentityVerdict(Outcome.MATCH, Optional.empty(), carrier);
  }

  /** They do not belong together, and the vendor does not tell why. */
  public static IdentityVerdict mismatch(Carrier carrier) {
    return new IdentityVerdict(Outcome.MISMATCH, Optional.empty(), carrier);
  }

  /**
   * They do not belong together, because of these.
   *
   * @throws IllegalArgumentException if the set is empty
   */
  public static IdentityVerdict mismatch(Set<Attribute> differing, Carrier carrier) {
    return new IdentityVerdict(Outcome.MISMATCH, Optional.of(differing), carrier);
  }

  /** The same verdict with this operator. */
  public IdentityVerdict with(Carrier other) {
    return new IdentityVerdict(outcome, differing, other);
  }
}
