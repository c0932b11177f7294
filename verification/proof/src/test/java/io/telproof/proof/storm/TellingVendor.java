package io.telproof.proof.storm;

import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraSettings;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioSettings;
import io.telproof.sandbox.twilio.TwilioVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** A vendor of the sandbox that tells of everybody what is true of this one alone. */
record TellingVendor(Vendor vendor) implements Vendor {
  private static final int OFTEN = 1_000_000;
  private static final CamaraSettings OPERATOR =
      CamaraSettings.defaults().limits(OFTEN, OFTEN).tokenLifetime(Duration.ofSeconds(2));

  private static final Pattern RANGE = Pattern.compile("(\"Range\":)\"[^\"]*\"");
  private static final Pattern TIME_CODE = Pattern.compile("(\"TimeCode\":)\"[^\"]*\"");

  /** Twilio's and the operator's. */
  private static final Pattern LAST_SWAP =
      Pattern.compile("(\"(?:last_sim_swap_date|latestSimChange)\":)(?:null|\"[^\"]*\")");

  /** Meta's and Alibaba's. */
  private static final Pattern NUMBER_ID = Pattern.compile("(\"(?:id|PhoneNumberId)\":)\"[^\"]*\"");

  /** Tencent without limits. */
  static Vendor tencent() {
    return new TellingVendor(new TencentVendor(TencentSettings.published().limits(OFTEN, OFTEN)));
  }

  /** Alibaba without limits. */
  static Vendor alibaba() {
    return new TellingVendor(new AlibabaVendor(AlibabaSettings.published().limits(OFTEN, OFTEN)));
  }

  /** Twilio without limits. */
  static Vendor twilio() {
    return new TellingVendor(new TwilioVendor(TwilioSettings.defaults().limits(OFTEN, OFTEN)));
  }

  /** An operator without limits, whose access tokens do not last. */
  static Vendor camara() {
    return new TellingVendor(new CamaraVendor(OPERATOR));
  }

  /** Meta without limits. */
  static Vendor meta() {
    return new TellingVendor(new MetaVendor(MetaSettings.defaults().limits(OFTEN, OFTEN)));
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
    String told = with(RANGE, Everybody.range(person), body);
    told = with(TIME_CODE, Integer.toString(Everybody.timeCode(person)), told);
    told = with(LAST_SWAP, Everybody.lastSwap(person).toString(), told);
    return with(NUMBER_ID, Everybody.numberId(person), told);
  }

  private static String with(Pattern field, String value, String body) {
    return field.matcher(body).replaceFirst("$1\"" + value + "\"");
  }
}
