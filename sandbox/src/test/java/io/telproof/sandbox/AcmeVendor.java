package io.telproof.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** An invented vendor, as an author of a provider would write one: a signed GET, a line of JSON. */
final class AcmeVendor implements Vendor {

  static final String KEY = "acme-sandbox-key";

  private final Limits limits = new Limits(Map.of("age", 1_000_000));
  private final ContactMemory repeats = new ContactMemory(1_000_000);

  @Override
  public String name() {
    return "acme";
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return request.header("X-Acme-Signature").isPresent();
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    String sent = request.header("X-Acme-Signature").orElse("");
    if (!sent.equals(signature(request.target()))) {
      return refused(401, "bad-signature", ReceivedRequest.nothing(name(), "age", false));
    }
    if (!limits.admit("age", now).isZero()) {
      return refused(429, "slow-down", ReceivedRequest.nothing(name(), "age", true));
    }
    String number = request.query().replaceFirst("number=", "");
    ReceivedRequest heard =
        new ReceivedRequest(name(), "age", true, number, Map.of("number", number));
    Scenario scenario = repeats.play(MagicNumber.of(number).scenario(), "age", number, now);
    return switch (scenario) {
      case BUSY -> refused(200, "busy", heard);
      case UNLISTED_ERROR -> throw new IllegalStateException("a mistake that quotes " + number);
      default ->
          VendorReply.json(200, "{\"months\":\"" + scenario.answers(Check.TENURE) + "\"}", heard)
              .billed("acme-1", "ok", Billing.CHARGED)
              .with("X-Acme", "yes")
              .meeting(scenario.fault());
    };
  }

  private static VendorReply refused(int status, String code, ReceivedRequest heard) {
    return VendorReply.json(status, "{\"code\":\"" + code + "\"}", heard)
        .billed("acme-1", code, Billing.FREE);
  }

  static String signature(String target) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(KEY.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(target.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
