package io.telproof;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A code that the vendor accepted for sending; whether it arrived is not known. Prints without the
 * handle. Immutable.
 *
 * @param handle what some vendors want to see again when the code is checked, see {@link
 *     CodeClaim}: to be kept to the letter. It opens for the contact of this sending alone, and
 *     does not show it
 * @param expiresAt until when the code can be used, where the vendor says so
 */
public record CodeDispatch(Optional<String> handle, Optional<Instant> expiresAt) {
  /**
   * Refuses null.
   *
   * @param handle what some vendors want to see again when the code is checked, see {@link
   *     CodeClaim}: to be kept to the letter. It opens for the contact of this sending alone, and
   *     does not show it
   * @param expiresAt until when the code can be used, where the vendor says so
   */
  public CodeDispatch {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** Without the handle: its end is the vendor's, which may have put the number there. */
  @Override
  public String toString() {
    return "CodeDispatch[handle=" + handle.map(held -> "***") + ", expiresAt=" + expiresAt + "]";
  }
}
