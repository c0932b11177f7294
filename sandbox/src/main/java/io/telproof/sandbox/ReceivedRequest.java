package io.telproof.sandbox;

import java.util.Map;

/**
 * What a vendor understood of one request: for tests that ask whether the right words arrived.
 *
 * <p>Holds the fields in clear, and prints none of them.
 *
 * @param vendor the vendor's {@linkplain Vendor#name() name}
 * @param operation the vendor's name of the operation; empty where the request did not say
 * @param signatureGood whether the signature was recomputed and is right, or the access token is
 *     one that the vendor gave out
 * @param contact the phone number or address asked about, as decoded, in the form that the vendor
 *     is sent: with a plus, with two zeros or without a country code; empty where there is none
 * @param fields the operation's parameters, decrypted and decoded; empty for a request that was
 *     refused before they were read. A nested one is joined by dots.
 * @param tokenExchange whether it asked for an access token: no question, and no line on the bill
 */
public record ReceivedRequest(
    String vendor,
    String operation,
    boolean signatureGood,
    String contact,
    Map<String, String> fields,
    boolean tokenExchange) {

  /**
   * Copies the map.
   *
   * @param vendor the vendor's {@linkplain Vendor#name() name}
   * @param operation the vendor's name of the operation; empty where the request did not say
   * @param signatureGood whether the signature was recomputed and is right, or the access token is
   *     one that the vendor gave out
   * @param contact the phone number or address asked about, as decoded, in the form that the vendor
   *     is sent: with a plus, with two zeros or without a country code; empty where there is none
   * @param fields the operation's parameters, decrypted and decoded; empty for a request that was
   *     refused before they were read. A nested one is joined by dots.
   * @param tokenExchange whether it asked for an access token: no question, and no line on the bill
   */
  public ReceivedRequest {
    fields = Map.copyOf(fields);
  }

  /**
   * A question about a contact.
   *
   * @param vendor the vendor's name in the sandbox
   * @param operation the vendor's name of the operation
   * @param signatureGood whether the signature is that of the key
   * @param contact whom it is about, where it is about one
   * @param fields what else it says
   */
  public ReceivedRequest(
      String vendor,
      String operation,
      boolean signatureGood,
      String contact,
      Map<String, String> fields) {
    this(vendor, operation, signatureGood, contact, fields, false);
  }

  /**
   * {@return a request refused before its parameters were read}
   *
   * @param vendor the vendor's name in the sandbox
   * @param operation the vendor's name of the operation
   * @param signatureGood whether the signature is that of the key
   */
  public static ReceivedRequest nothing(String vendor, String operation, boolean signatureGood) {
    return new ReceivedRequest(vendor, operation, signatureGood, "", Map.of());
  }

  /** {@return the same as a request for an access token} */
  public ReceivedRequest asTokenExchange() {
    return new ReceivedRequest(vendor, operation, signatureGood, contact, fields, true);
  }

  /** Says who was asked for what, with the contact masked and the fields by name alone. */
  @Override
  public String toString() {
    return "ReceivedRequest[%s %s, signature %s, contact %s, fields %s]"
        .formatted(
            vendor,
            operation,
            signatureGood ? "good" : "bad",
            contact.isEmpty() ? "none" : NumberMask.contact(contact),
            fields.keySet().stream().sorted().toList());
  }
}
