package io.telproof.sandbox.meta;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whom the vendor lets in: by the token, and by the proof that its app is known. */
final class Tokens {

  private static final Pattern BEARER = Pattern.compile("bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

  private final List<MetaCredentials> known;
  private final KeyRing ring;
  private final String appSecret;
  private final boolean proofRequired;

  Tokens(List<MetaCredentials> known, KeyRing ring, String appSecret, boolean proofRequired) {
    this.known = List.copyOf(known);
    this.ring = ring;
    this.appSecret = appSecret;
    this.proofRequired = proofRequired;
  }

  /** Lets a request in, with its token in the header or, as Meta's own SDK has it, in the query. */
  void admit(VendorRequest request, Query query) throws Refusal {
    Optional<String> proof = query.proof();
    byte[] token =
        token(request, query.token()).orElseThrow(Refusal::token).getBytes(StandardCharsets.UTF_8);
    Optional<MetaCredentials> found = Optional.empty();
    for (MetaCredentials each : known) {
      // All of them are looked at, each in the same time.
      if (MessageDigest.isEqual(token, each.token().getBytes(StandardCharsets.UTF_8))) {
        found = Optional.of(each);
      }
    }
    if (ring.isRevoked(found.orElseThrow(Refusal::token).user())) {
      throw Refusal.revoked();
    }
    if (proof.isEmpty() && proofRequired) {
      throw Refusal.method(
          400, 100, "API calls from the server require an appsecret_proof argument");
    }
    if (proof.isPresent() && !proof.get().equals(proof(appSecret, token))) {
      throw Refusal.method(400, 100, "Invalid appsecret_proof provided in the API argument");
    }
  }

  /** The token of the header, where that is in its form; without a header, that of the query. */
  static Optional<String> token(VendorRequest request, Optional<String> inQuery) {
    List<String> headers = request.headers("Authorization");
    if (headers.isEmpty()) {
      return inQuery;
    }
    Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.get(0) : "");
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }

  /** Lower hexadecimal digits of the HMAC-SHA256 of a token, by the secret of its app. */
  static String proof(String appSecret, byte[] token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
