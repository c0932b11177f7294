package io.telproof.proof.storm;

import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Instant;
import java.util.regex.Pattern;

/** A vendor of the sandbox that tells of everybody what is true of this one alone. */
record TellingVendor(Vendor vendor) implements Vendor {
  private static final int OFTEN = 1_000_000;
  private static final Pattern RANGE = Pattern.compile("\"Range\":\"[^\"]*\"");
  private static final Pattern TIME_CODE = Pattern.compile("\"TimeCode\":\"[^\"]*\"");

  /** Tencent without limits. */
  static Vendor tencent() {
    return new TellingVendor(new TencentVendor(TencentSettings.published().limits(OFTEN, OFTEN)));
  }

  /** Alibaba without limits. */
  static Vendor alibaba() {
    return new TellingVendor(new AlibabaVendor(AlibabaSettings.published().limits(OFTEN, OFTEN)));
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
    String body =
        Everybody.in(reply.heard().contact())
            .map(person -> of(person, reply.body()))
            .orElse(reply.body());
    return new VendorReply(
        reply.status(),
        reply.headers(),
        body,
        reply.heard(),
        reply.requestId(),
        reply.vendorCode(),
        reply.billing(),
        reply.fault());
  }

  private static String of(int person, String body) {
    String ranged =
        RANGE.matcher(body).replaceFirst("\"Range\":\"" + Everybody.range(person) + "\"");
    return TIME_CODE
        .matcher(ranged)
        .replaceFirst("\"TimeCode\":\"" + Everybody.timeCode(person) + "\"");
  }
}
