package io.telproof.sandbox.twilio;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom the vendor lets in, by HTTP Basic. A key that is wrong, revoked, or of another region is all
 * the same to whoever comes with it.
 */
final class Keys {

  private static final String SCHEME = "basic ";

  private final List<TwilioCredentials> known;
  private final KeyRing ring;
  private final String region;

  Keys(List<TwilioCredentials> known, KeyRing ring, String region) {
    this.known = List.copyOf(known);
    this.ring = ring;
    this.region = region;
  }

  /** The key that a request comes with. */
  TwilioCredentials of(VendorRequest request) throws Refusal {
    byte[] pair = pair(request).orElseThrow(Refusal::unauthenticated);
    Optional<TwilioCredentials> found = Optional.empty();
    for (TwilioCredentials each : known) {
      // All of them are looked at, each in the same time.
      if (MessageDigest.isEqual(pair, bytes(each)) && accepted(each)) {
        found = Optional.of(each);
      }
    }
    return found.orElseThrow(Refusal::unauthenticated);
  }

  private boolean accepted(TwilioCredentials key) {
    return key.region().equals(region) && !ring.isRevoked(key.sid());
  }

  private static byte[] bytes(TwilioCredentials key) {
    return (key.sid() + ':' + key.secret()).getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> pair(VendorRequest request) {
    List<String> headers = request.headers("Authorization");
    String header = headers.size() == 1 ? headers.get(0) : "";
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(header.substring(SCHEME.length()).trim()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
