package io.telproof;

import java.util.Objects;
import java.util.Optional;

/**
 * What a person says: this is the code that was sent to me. Prints masked. Immutable.
 *
 * <p>White space around the code, and other characters there that nobody sees, are left out: a code
 * has none, and a try that fails for them is one of the few that it allows.
 *
 * @param contact where the code was sent
 * @param code the code as typed
 * @param handle the handle of its sending, where {@link CodeDispatch#handle()} gave one; that of
 *     another contact, or a changed one, is {@link CodeVerdict#REJECTED}
 */
public record CodeClaim(Contact contact, Sensitive code, Optional<String> handle) {
  /**
   * Refuses null, and leaves out white space around the code.
   *
   * @param contact where the code was sent
   * @param code the code as typed
   * @param handle the handle of its sending, where {@link CodeDispatch#handle()} gave one; that of
   *     another contact, or a changed one, is {@link CodeVerdict#REJECTED}
   */
  public CodeClaim {
    Objects.requireNonNull(contact, "contact");
    code = code.stripped();
    Objects.requireNonNull(handle, "handle");
  }

  /**
   * {@return a claim without a handle}
   *
   * @param contact where the code was sent
   * @param code what the person typed
   * @throws IllegalArgumentException if the code is empty
   */
  public static CodeClaim of(Contact contact, String code) {
    return new CodeClaim(contact, Sensitive.of(code), Optional.empty());
  }

  /** Without the handle, as {@link CodeDispatch} prints. */
  @Override
  public String toString() {
    return "CodeClaim[contact="
        + contact
        + ", code="
        + code
        + ", handle="
        + handle.map(held -> "***")
        + "]";
  }
}
