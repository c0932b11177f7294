package io.telproof.examples.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Acme, written from its pages and without a line of the provider. */
final class AcmeVendor implements Vendor {
  static final String KEY = "acme-demo";
  static final String SECRET = "wK2fTq8ZrB0sXn5v";

  private static final Map<String, String> DATA =
      Map.of(
          "line-status", "{\"state\":\"on\"}",
          "line-age", "{\"from\":24}",
          "person-match", "{\"verdict\":\"same\"}",
          "code-send", "{\"handle\":\"h-1\"}",
          "code-check", "{\"verdict\":\"right\"}",
          "bought-number", "{\"ref\":\"r-1\"}",
          "holder-change", "{\"holder\":\"same\"}",
          "sim-change", "{\"changed\":\"no\"}");
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();

  @Override
  public String name() {
    return "acme";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return request.path().startsWith("/v1/");
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    String operation = request.path().substring("/v1/".length());
    String time = header(request, "X-Acme-Time");
    String nonce = header(request, "X-Acme-Nonce");
    String signed = request.path() + "\n" + time + "\n" + nonce + "\n" + request.bodyText();
    if (!header(request, "X-Acme-Key").equals(KEY)
        || !header(request, "X-Acme-Signature").equals(hmac(signed))) {
      return says("bad-signature", "", ReceivedRequest.nothing(name(), operation, false));
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(time));
    if (Duration.between(signedAt, now).abs().compareTo(Duration.ofMinutes(5)) > 0) {
      return says("clock", "", ReceivedRequest.nothing(name(), operation, false));
    }
    Map<String, String> fields = read(request.bodyText());
    ReceivedRequest heard =
        new ReceivedRequest(name(), operation, true, fields.getOrDefault("number", ""), fields);
    if (!nonces.add(nonce)) {
      return says("nonce-used", "", heard);
    }
    return says("ok", DATA.getOrDefault(operation, "{}"), heard)
        .billed("acme-" + requests.get(), "ok", Billing.CHARGED);
  }

  private static String header(VendorRequest request, String name) {
    return request.header(name).orElse("");
  }

  private static Map<String, String> read(String body) {
    try {
      return new ObjectMapper().readValue(body, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  private VendorReply says(String code, String data, ReceivedRequest heard) {
    String rest = data.isEmpty() ? "" : ",\"data\":" + data;
    return VendorReply.json(
        200,
        "{\"id\":\"acme-%d\",\"code\":\"%s\"%s}".formatted(requests.incrementAndGet(), code, rest),
        heard);
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
