package io.telproof;

import java.util.Objects;
import java.util.Optional;

/**
 * What a person says: this is the code that was sent to me. Prints masked. Immutable.
 *
 * @param contact where the code was sent
 * @param code the code as typed
 * @param handle the handle of its sending, where {@link CodeDispatch#handle()} gave one; that of
 *     another contact, or a changed one, is {@link CodeVerdict#REJECTED}
 */
public record CodeClaim(Contact contact, Sensitive code, Optional<String> handle) {
  /** Refuses null. */
  public CodeClaim {
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(handle, "handle");
  }

  /**
   * A claim without a handle.
   *
   * @throws IllegalArgumentException if the code is empty
   */
  public static CodeClaim of(Contact contact, String code) {
    return new CodeClaim(contact, Sensitive.of(code), Optional.empty());
  }
}
