package io.telproof.bulk.trial;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor without limits, which knows of each number how often it was charged. Thread-safe. */
final class CountingVendor implements Vendor {
  private final TencentVendor vendor =
      new TencentVendor(TencentSettings.published().limits(1_000_000, 1_000_000_000));
  private final Map<String, Integer> charged = new ConcurrentHashMap<>();

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
    if (reply.billing() == Billing.CHARGED) {
      charged.merge(reply.heard().contact(), 1, Integer::sum);
    }
    return reply;
  }

  /** What was charged since the last time it was asked. */
  Charged take() {
    long all = charged.values().stream().mapToLong(Integer::longValue).sum();
    long again = charged.values().stream().filter(count -> count > 1).count();
    charged.clear();
    return new Charged(all, again);
  }

  /**
   * What stands on the bill.
   *
   * @param requests how many were charged
   * @param again numbers that were charged more than once
   */
  record Charged(long requests, long again) {
    String line() {
      return requests + " " + again;
    }

    static Charged of(String line) {
      String[] parts = line.split(" ", -1);
      return new Charged(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
  }
}
