package io.telproof;

import java.util.Objects;
import java.util.Optional;

/**
 * The id of a pre-validated number. Both texts are the vendor's own and opaque: they are not
 * compared with what was asked. Prints without the number. Immutable.
 *
 * @param id the id
 * @param number the number as the vendor writes it, where it does
 */
public record PreValidatedId(String id, Optional<String> number) {
  /**
   * Refuses null.
   *
   * @param id the id
   * @param number the number as the vendor writes it, where it does
   */
  public PreValidatedId {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
  }

  /** Neither text: a vendor's example shows a number in the place of the id. */
  @Override
  public String toString() {
    return "PreValidatedId[***]";
  }
}
