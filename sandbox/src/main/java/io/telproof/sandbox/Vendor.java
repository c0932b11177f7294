package io.telproof.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * One vendor, simulated from its pages.
 *
 * <p>An implementation reads a request from its bytes, objects to what the vendor objects to in the
 * vendor's own words, answers by the magic numbers of {@link Scenario}, and says what it heard and
 * what that costs. It must not share a line with the client it is there to check, or both are wrong
 * in the same way. Implementations are thread-safe: requests come on many threads at once.
 */
public interface Vendor {

  /**
   * {@return the vendor's short name, such as {@code tencent}: on the bill and in {@link
   * ReceivedRequest}}
   */
  String name();

  /**
   * {@return whether this request is in the vendor's protocol, well signed or not} Vendors that
   * share a port are told apart by this; the first that says yes answers.
   *
   * @param request the request that was received
   */
  boolean speaks(VendorRequest request);

  /**
   * Carries one request out, or refuses it. Never waits and never throws: a refusal is a reply.
   *
   * @param request as its bytes arrived
   * @param now the vendor's time when the request had been read
   * @return the reply
   */
  VendorReply answer(VendorRequest request, Instant now);

  /**
   * {@return how far the vendor's clock is ahead of the sandbox's} Every reply's {@code Date} tells
   * it.
   */
  default Duration clockOffset() {
    return Duration.ZERO;
  }

  /**
   * {@return the keys it knows, to be revoked and restored; none where its simulator has no list of
   * them}
   */
  default KeyRing keys() {
    return KeyRing.NONE;
  }

  /**
   * {@return how many requests it takes in a second, to be set by hand; none where it cannot be}
   */
  default Limits limits() {
    return Limits.NONE;
  }
}
