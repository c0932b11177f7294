package ${package};

import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;

/**
 * The vendor, written from its pages and without a line of the provider: a mistake made twice in
 * the same place is not found.
 */
final class ${prefix}Vendor implements Vendor {
  static final String KEY = "${vendor}-demo";
  static final String SECRET = "wK2fTq8ZrB0sXn5v";

  @Override
  public String name() {
    return "${vendor}";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return true;
  }

  /**
   * To do, in this order. Recompute the signature from the bytes received with {@link #SECRET}, and
   * compare it and {@link #KEY}; refuse in the vendor's words, with {@code
   * ReceivedRequest.nothing(name(), operation, false)}. Refuse a time too far from {@code now}, and
   * a nonce that came before. Then tell what was received, the number and every field, and answer
   * as for a number in service: {@code VendorReply.json(200, body, received).billed(id, code,
   * Billing.CHARGED)}.
   */
  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return VendorReply.json(401, "{}", ReceivedRequest.nothing(name(), request.path(), false));
  }
}
