package io.telproof.proof;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A vendor of which is counted how often it carries out what is asked about each number, whatever
 * becomes of the reply. Thread-safe.
 */
final class CountedVendor implements Vendor {
  private final Vendor vendor;
  private final Map<String, Integer> carriedOut = new ConcurrentHashMap<>();

  CountedVendor(Vendor vendor) {
    this.vendor = vendor;
  }

  /** By the national number. What is free was refused. */
  Map<String, Integer> carriedOut() {
    return carriedOut;
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return vendor.speaks(request);
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    VendorReply reply = vendor.answer(request, now);
    if (reply.billing() != Billing.FREE) {
      carriedOut.merge(Outage.national(reply.heard().contact()), 1, Integer::sum);
    }
    return reply;
  }
}
