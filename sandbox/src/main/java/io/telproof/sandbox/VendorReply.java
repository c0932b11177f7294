package io.telproof.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a vendor does with one request: the reply on the wire, what it heard, and its line on the
 * bill. Immutable; made by {@link #json} and changed copy by copy.
 *
 * @param status the HTTP status
 * @param headers beside {@code Date} and {@code Content-Length}, which the sandbox adds
 * @param body sent as UTF-8
 * @param heard what was understood of the request
 * @param requestId the vendor's id of this request; empty where it gave none
 * @param vendorCode the code of the vendor's verdict or refusal; empty where it has none
 * @param billing what the request costs
 * @param fault what goes wrong on the reply's way back
 * @param signature what was computed of the request's signature; empty where the vendor has no
 *     report of it
 * @param scenario what the contact that was asked about plays; empty where none was read
 * @param refusal the vendor's words where it refused; empty where it answered
 */
public record VendorReply(
    int status,
    List<Header> headers,
    String body,
    ReceivedRequest heard,
    String requestId,
    String vendorCode,
    Billing billing,
    Optional<Fault> fault,
    Optional<SignatureReport> signature,
    Optional<Scenario> scenario,
    Optional<String> refusal) {

  /**
   * Copies the list.
   *
   * @param status the HTTP status
   * @param headers beside {@code Date} and {@code Content-Length}, which the sandbox adds
   * @param body sent as UTF-8
   * @param heard what was understood of the request
   * @param requestId the vendor's id of this request; empty where it gave none
   * @param vendorCode the code of the vendor's verdict or refusal; empty where it has none
   * @param billing what the request costs
   * @param fault what goes wrong on the reply's way back
   * @param signature what was computed of the request's signature; empty where the vendor has no
   *     report of it
   * @param scenario what the contact that was asked about plays; empty where none was read
   * @param refusal the vendor's words where it refused; empty where it answered
   */
  public VendorReply {
    headers = List.copyOf(headers);
  }

  /**
   * A reply of which no more is told than is on the wire and on the bill.
   *
   * @param status the HTTP status
   * @param headers beside {@code Date} and {@code Content-Length}, which the sandbox adds
   * @param body sent as UTF-8
   * @param heard what was understood of the request
   * @param requestId the vendor's id of this request; empty where it gave none
   * @param vendorCode the code of the vendor's verdict or refusal; empty where it has none
   * @param billing what the request costs
   * @param fault what goes wrong on the reply's way back
   */
  public VendorReply(
      int status,
      List<Header> headers,
      String body,
      ReceivedRequest heard,
      String requestId,
      String vendorCode,
      Billing billing,
      Optional<Fault> fault) {
    this(
        status,
        headers,
        body,
        heard,
        requestId,
        vendorCode,
        billing,
        fault,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * {@return a free reply in JSON, without request id, code or fault}
   *
   * @param status the HTTP status
   * @param body the body
   * @param heard what the vendor read in the request
   */
  public static VendorReply json(int status, String body, ReceivedRequest heard) {
    List<Header> headers = List.of(new Header("Content-Type", "application/json"));
    return new VendorReply(status, headers, body, heard, "", "", Billing.FREE, Optional.empty());
  }

  /**
   * {@return the same reply with its line on the bill}
   *
   * @param requestId the vendor's id of the request
   * @param vendorCode the vendor's code for the outcome
   * @param billing what the vendor bills for it
   */
  public VendorReply billed(String requestId, String vendorCode, Billing billing) {
    return changed(
        draft -> {
          draft.requestId = requestId;
          draft.vendorCode = vendorCode;
          draft.billing = billing;
        });
  }

  /**
   * {@return the same reply with one more header}
   *
   * @param name the header's name
   * @param value the header's value
   */
  public VendorReply with(String name, String value) {
    return changed(draft -> draft.headers.add(new Header(name, value)));
  }

  /**
   * {@return the same reply, lost or spoilt on its way back where there is a fault}
   *
   * @param fault what goes wrong on the way, where something does
   */
  public VendorReply meeting(Optional<Fault> fault) {
    return changed(draft -> draft.fault = fault);
  }

  /**
   * {@return the same reply with what was computed of the request's signature}
   *
   * @param report how the signature was looked at
   */
  public VendorReply explained(SignatureReport report) {
    return changed(draft -> draft.signature = Optional.of(report));
  }

  /**
   * {@return the same reply, of a contact that plays this scenario}
   *
   * @param scenario what the contact plays
   */
  public VendorReply playing(Scenario scenario) {
    return changed(draft -> draft.scenario = Optional.of(scenario));
  }

  /**
   * {@return the same reply as a refusal}
   *
   * @param words the vendor's, which quote nothing of what was sent
   */
  public VendorReply refusing(String words) {
    return changed(draft -> draft.refusal = Optional.of(words));
  }

  private VendorReply changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new VendorReply(
        status,
        draft.headers,
        body,
        heard,
        draft.requestId,
        draft.vendorCode,
        draft.billing,
        draft.fault,
        draft.signature,
        draft.scenario,
        draft.refusal);
  }

  /** What a copy may have otherwise: so each change names what it changes, and nothing else. */
  private static final class Draft {
    private final List<Header> headers;
    private String requestId;
    private String vendorCode;
    private Billing billing;
    private Optional<Fault> fault;
    private Optional<SignatureReport> signature;
    private Optional<Scenario> scenario;
    private Optional<String> refusal;

    private Draft(VendorReply reply) {
      this.headers = new ArrayList<>(reply.headers);
      this.requestId = reply.requestId;
      this.vendorCode = reply.vendorCode;
      this.billing = reply.billing;
      this.fault = reply.fault;
      this.signature = reply.signature;
      this.scenario = reply.scenario;
      this.refusal = reply.refusal;
    }
  }

  /** Says the status, the code and the cost; the body may hold a number. */
  @Override
  public String toString() {
    return "VendorReply[%d, code %s, %s, fault %s, %s]"
        .formatted(
            status,
            vendorCode.isEmpty() ? "none" : vendorCode,
            billing,
            fault.map(Fault::name).orElse("none"),
            heard);
  }
}
