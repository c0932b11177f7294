package io.telproof.sandbox;

import java.util.List;

/**
 * What a vendor computed of a request's signature, beside what the request carries: for a person
 * whose signature is refused. Holds no secret, and no number or name in clear. Immutable.
 *
 * @param scheme the vendor's name of the way to sign, such as {@code TC3-HMAC-SHA256}
 * @param good whether the vendor takes the signature
 * @param finding what is wrong and what to do, in a sentence or two; empty where nothing is
 * @param parts what was computed, in the order in which the vendor's page computes it
 */
public record SignatureReport(String scheme, boolean good, String finding, List<Part> parts) {

  /**
   * Copies the list.
   *
   * @param scheme the vendor's name of the way to sign, such as {@code TC3-HMAC-SHA256}
   * @param good whether the vendor takes the signature
   * @param finding what is wrong and what to do, in a sentence or two; empty where nothing is
   * @param parts what was computed, in the order in which the vendor's page computes it
   */
  public SignatureReport {
    parts = List.copyOf(parts);
  }

  /** Where the client's side of a part comes from. */
  public enum Source {
    /** The request carries it. */
    SENT,
    /** The signature that was sent fits it, found by trying what clients get wrong. */
    FITTED,
    /** The request does not carry it, and nothing that was tried fits. */
    UNKNOWN
  }

  /**
   * One thing that both sides compute.
   *
   * @param name such as {@code canonical request}
   * @param computed the vendor's
   * @param client the client's; empty where it is {@link Source#UNKNOWN}
   * @param source where the client's comes from
   */
  public record Part(String name, String computed, String client, Source source) {

    /** {@return whether both sides are known to differ} */
    public boolean differs() {
      return source != Source.UNKNOWN && !computed.equals(client);
    }
  }
}
