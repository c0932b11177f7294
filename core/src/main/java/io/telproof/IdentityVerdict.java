package io.telproof;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether the number, the name and whatever else was claimed belong together. Immutable.
 *
 * @param outcome whether they do
 * @param differing what differs from the operator's record; empty where the vendor does not tell
 * @param carrier the operator that serves the number, {@link Carrier#UNKNOWN} where not told
 * @param score how near what differs is to the operator's record, from 0 to 99, so that a slip of
 *     the pen can be told from another person: by the operator's own measure, and the lowest where
 *     both have one; empty where the vendor does not tell
 */
public record IdentityVerdict(
    Outcome outcome, Optional<Set<Attribute>> differing, Carrier carrier, OptionalInt score) {
  private static final int HIGHEST_SCORE = 99;

  /** Whether the parts of a claim belong together. */
  public enum Outcome {
    /** All that was claimed belongs together. */
    MATCH,
    /** At least one does not belong to the others. */
    MISMATCH
  }

  /** What the operator's record of a number says about its holder. */
  public enum Attribute {
    /** The holder's name. */
    NAME,
    /** The number of the holder's identity document. */
    ID_NUMBER,
    /** The holder's day of birth. */
    BIRTH_DATE
  }

  /**
   * Copies the set.
   *
   * @param outcome whether they do
   * @param differing what differs from the operator's record; empty where the vendor does not tell
   * @param carrier the operator that serves the number, {@link Carrier#UNKNOWN} where not told
   * @param score how near what differs is to the operator's record, from 0 to 99, so that a slip of
   *     the pen can be told from another person: by the operator's own measure, and the lowest
   *     where both have one; empty where the vendor does not tell
   * @throws IllegalArgumentException if a match is said to differ or has a score, if the set is
   *     there but empty, or if the score is none
   */
  public IdentityVerdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(carrier, "carrier");
    if (differing.isPresent() && (outcome == Outcome.MATCH || differing.get().isEmpty())) {
      throw new IllegalArgumentException(
          "what differs is said of a mismatch only, and never as an empty set");
    }
    if (score.isPresent()
        && (outcome == Outcome.MATCH || score.getAsInt() < 0 || score.getAsInt() > HIGHEST_SCORE)) {
      throw new IllegalArgumentException("a score is 0 to 99, and of a mismatch only");
    }
    // In the order of the constants, so that the same verdict prints the same everywhere.
    differing = differing.map(set -> Collections.unmodifiableSet(EnumSet.copyOf(set)));
  }

  /**
   * Without a score.
   *
   * @param outcome whether the three belong together
   * @param differing what differs, where the vendor tells
   * @param carrier the carrier, as far as the vendor tells it
   * @throws IllegalArgumentException if a match is said to differ, or the set is there but empty
   */
  public IdentityVerdict(Outcome outcome, Optional<Set<Attribute>> differing, Carrier carrier) {
    this(outcome, differing, carrier, OptionalInt.empty());
  }

  /**
   * All that was claimed belongs together.
   *
   * @param carrier the carrier, as far as the vendor tells it
   * @return a match
   */
  public static IdentityVerdict match(Carrier carrier) {
    return new IdentityVerdict(Outcome.MATCH, Optional.empty(), carrier);
  }

  /**
   * They do not belong together, and the vendor does not tell why.
   *
   * @param carrier the carrier, as far as the vendor tells it
   * @return a mismatch
   */
  public static IdentityVerdict mismatch(Carrier carrier) {
    return new IdentityVerdict(Outcome.MISMATCH, Optional.empty(), carrier);
  }

  /**
   * They do not belong together, because of these.
   *
   * @param differing what differs, where the vendor tells
   * @param carrier the carrier, as far as the vendor tells it
   * @return a mismatch
   * @throws IllegalArgumentException if the set is empty
   */
  public static IdentityVerdict mismatch(Set<Attribute> differing, Carrier carrier) {
    return new IdentityVerdict(Outcome.MISMATCH, Optional.of(differing), carrier);
  }

  /**
   * {@return the same verdict with this operator}
   *
   * @param other the carrier in the place of its own
   */
  public IdentityVerdict with(Carrier other) {
    return new IdentityVerdict(outcome, differing, other, score);
  }

  /**
   * {@return the same mismatch with this score}
   *
   * @param near how near the name is, from 0 to 99
   * @throws IllegalArgumentException if it is not 0 to 99, or the outcome is a match
   */
  public IdentityVerdict withScore(int near) {
    return new IdentityVerdict(outcome, differing, carrier, OptionalInt.of(near));
  }
}
