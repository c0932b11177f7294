package io.telproof.spi.http;

import java.time.Instant;
import okhttp3.Request;

/**
 * A vendor's way to sign. Pure: the same inputs give the same request, so that a vendor's published
 * examples can be held against it. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Signer {
  /**
   * {@return the request with everything that the vendor's gateway wants to see beside the body}
   *
   * @param request what is to be sent, with its own headers and without a body
   * @param body the exact bytes that will be sent
   * @param credentials what to sign with
   * @param at the time to sign for, by the vendor's clock
   * @param nonce 32 hexadecimal digits from a secure source, never given twice; an empty text where
   *     the signer takes none
   */
  Request sign(Request request, byte[] body, Credentials credentials, Instant at, String nonce);

  /** {@return whether the vendor wants a nonce} Where it does not, none is made. */
  default boolean takesNonce() {
    return true;
  }
}
