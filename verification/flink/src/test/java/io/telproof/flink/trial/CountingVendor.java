package io.telproof.flink.trial;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A vendor without limits, which takes its time for a reply and knows of each number how often it
 * was charged. Thread-safe.
 */
final class CountingVendor implements Vendor {
  private final TencentVendor vendor =
      new TencentVendor(TencentSettings.published().limits(1_000_000, 1_000_000_000));
  private final Map<String, Integer> charged = new ConcurrentHashMap<>();
  private final long replyMillis;
  private long first;
  private long last;

  CountingVendor(long replyMillis) {
    this.replyMillis = replyMillis;
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
    if (reply.billing() == Billing.CHARGED) {
      charged.merge(reply.heard().contact(), 1, Integer::sum);
      stamp(System.nanoTime());
    }
    try {
      TimeUnit.MILLISECONDS.sleep(replyMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  private synchronized void stamp(long now) {
    first = first == 0 ? now : first;
    last = now;
  }

  /** What was charged so far. */
  synchronized Charged charged() {
    StringBuilder rows = new StringBuilder();
    long requests = 0;
    long again = 0;
    for (Map.Entry<String, Integer> each : charged.entrySet()) {
      requests += each.getValue();
      again += each.getValue() > 1 ? 1 : 0;
      rows.append(TrialJob.row(each.getKey())).append(',');
    }
    return new Charged(requests, again, TimeUnit.NANOSECONDS.toMillis(last - first), rows + "");
  }
}
