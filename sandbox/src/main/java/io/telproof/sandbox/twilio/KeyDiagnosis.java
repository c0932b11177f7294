package io.telproof.sandbox.twilio;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Mask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what the vendor read of HTTP Basic, and of a refused key why. Shows no secret. */
final class KeyDiagnosis {

  private static final String SCHEME = "Basic";
  private static final String PAIR = "SID:SECRET in base64";
  private static final String ACCOUNT = "AC";

  private final List<TwilioCredentials> known;
  private final KeyRing ring;
  private final String region;

  KeyDiagnosis(List<TwilioCredentials> known, KeyRing ring, String region) {
    this.known = List.copyOf(known);
    this.ring = ring;
    this.region = region;
  }

  /** What is wrong with a part: what it is instead, in words, and a sentence. */
  private record Flaw(String instead, String sentence) {}

  /** The report of one request. */
  SignatureReport report(VendorRequest request) {
    List<Part> parts = new ArrayList<>();
    List<String> headers = request.headers("Authorization");
    Optional<Flaw> scheme = scheme(headers);
    parts.add(sent("scheme", SCHEME, scheme.map(Flaw::instead).orElse(SCHEME)));
    if (scheme.isPresent()) {
      return refused(scheme.get(), parts);
    }
    String base64 = headers.get(0).substring(SCHEME.length()).trim();
    Optional<String> pair = decoded(base64);
    Optional<Flaw> form = pair.isEmpty() ? Optional.of(notBase64(base64)) : form(pair.get());
    parts.add(sent("id and secret", PAIR, form.map(Flaw::instead).orElse(PAIR)));
    if (form.isPresent()) {
      return refused(form.get(), parts);
    }
    String[] both = pair.orElseThrow().split(":", 2);
    return checked(both[0], both[1], parts);
  }

  private SignatureReport checked(String sid, String secret, List<Part> parts) {
    Optional<TwilioCredentials> key = of(sid);
    Optional<Flaw> flaw =
        key.isEmpty() ? Optional.of(unknown(sid, secret)) : flaw(key.get(), secret);
    String shown = key.isPresent() ? sid : Mask.id(sid);
    parts.add(sent("SID", key.isPresent() ? sid : "a key of GET /keys", shown));
    String right = key.isPresent() ? "the secret of " + sid : "none: the SID is not known";
    parts.add(sent("secret", right, flaw.map(Flaw::instead).orElse(right)));
    key.filter(each -> !each.region().equals(region))
        .ifPresent(each -> parts.add(sent("region", region, each.region())));
    return flaw.isPresent()
        ? refused(flaw.get(), parts)
        : new SignatureReport(SCHEME, true, "", parts);
  }

  private static SignatureReport refused(Flaw flaw, List<Part> parts) {
    return new SignatureReport(SCHEME, false, flaw.sentence(), parts);
  }

  private static Part sent(String name, String vendors, String sent) {
    return new Part(name, vendors, sent, Source.SENT);
  }

  private Optional<TwilioCredentials> of(String sid) {
    return known.stream().filter(each -> each.sid().equals(sid)).findFirst();
  }

  private Optional<TwilioCredentials> withSecret(String secret) {
    return known.stream().filter(each -> each.secret().equals(secret)).findFirst();
  }

  private static Optional<Flaw> scheme(List<String> headers) {
    if (headers.size() != 1) {
      return Optional.of(
          headers.isEmpty()
              ? new Flaw(
                  "none",
                  "There is no header Authorization. Send \"Authorization: Basic\", a blank, and"
                      + " SID:SECRET in base64.")
              : new Flaw(
                  headers.size() + " headers",
                  "The header Authorization was sent %d times. Send it once."
                      .formatted(headers.size())));
    }
    String first = headers.get(0).strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return first.equals("basic")
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                first.equals("bearer") ? "Bearer" : "another one",
                "The header Authorization is not \"Basic\", a blank and base64. Write it so: this"
                    + " vendor knows no other scheme."));
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Flaw notBase64(String text) {
    if (text.contains(":")) {
      return new Flaw(
          "SID and secret as they are",
          "The SID and the secret stand in the header as they are. Encode SID:SECRET in base64.");
    }
    return new Flaw(
        "no base64",
        "What follows Basic is not base64. Encode SID:SECRET in base64, with + and / and in one"
            + " line.");
  }

  private static Optional<Flaw> form(String pair) {
    return pair.contains(":")
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                pair.isEmpty() ? "nothing" : "a text without a colon in base64",
                "There is no colon in what Basic encodes. It is SID:SECRET."));
  }

  private Flaw unknown(String sid, String secret) {
    Optional<TwilioCredentials> owner = withSecret(secret);
    if (of(secret).isPresent() || withSecret(sid).isPresent()) {
      return new Flaw(
          "a SID", "The SID stands where the secret belongs, and the other way round. Swap them.");
    }
    if (sid.startsWith(ACCOUNT) && owner.isPresent()) {
      return accountWithSecret(owner.get());
    }
    if (of(sid.strip().replace("\"", "")).isPresent()) {
      return new Flaw(
          "a secret",
          "There is white space or a quotation mark around the SID. Send it as it was given.");
    }
    if (known.stream().anyMatch(each -> each.sid().equalsIgnoreCase(sid))) {
      return new Flaw(
          "a secret", "Capital and small letters of the SID are changed. Send it as it was given.");
    }
    return new Flaw(
        owner.map(each -> "the secret of " + each.sid()).orElse("a secret"),
        "The SID %s is none of this sandbox's. Take a key of GET /keys.".formatted(Mask.id(sid)));
  }

  private static Flaw accountWithSecret(TwilioCredentials key) {
    return new Flaw(
        "the secret of " + key.sid(),
        "The SID of an account stands before the secret of the key %s. Send the SID of that key."
            .formatted(key.sid()));
  }

  private Optional<Flaw> flaw(TwilioCredentials key, String secret) {
    if (!key.secret().equals(secret)) {
      return Optional.of(wrong(key, secret));
    }
    if (ring.isRevoked(key.sid())) {
      return Optional.of(
          new Flaw(
              "the secret of " + key.sid(),
              "The key %s is revoked. Take another key, or restore it under /keys."
                  .formatted(key.sid())));
    }
    return key.region().equals(region)
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "the secret of " + key.sid(),
                "The key %s is good in the region %s alone, and this is %s. Take a key of this"
                        .formatted(key.sid(), key.region(), region)
                    + " region."));
  }

  private Flaw wrong(TwilioCredentials key, String secret) {
    String right = key.secret();
    Optional<TwilioCredentials> owner = withSecret(secret);
    if (owner.isPresent() && key.sid().startsWith(ACCOUNT)) {
      return accountWithSecret(owner.get());
    }
    if (owner.isPresent()) {
      String other = owner.get().sid();
      return new Flaw(
          "the secret of " + other,
          "The secret is that of %s, and the SID is %s. Send the SID and the secret of one key."
              .formatted(other, key.sid()));
    }
    if (secret.isEmpty()) {
      return new Flaw(
          "nothing", "The secret is empty. Send the one that came with " + key.sid() + ".");
    }
    if (secret.equals(key.sid())) {
      return new Flaw("the SID", "The SID was sent as the secret. Send the secret.");
    }
    String bare = secret.strip().replace("\"", "");
    if (bare.equals(right)) {
      return new Flaw(
          "the secret of " + key.sid() + " with white space or quotation marks around it",
          "There is white space, a newline or a quotation mark around the secret. Send it as it was"
              + " given.");
    }
    if (secret.equalsIgnoreCase(right)) {
      return new Flaw(
          "the secret of " + key.sid() + " in another case",
          "Capital and small letters of the secret are changed. Send it as it was given.");
    }
    return new Flaw(
        "another text",
        "The secret is not that of %s, nor of another key. Take both from GET /keys."
            .formatted(key.sid()));
  }
}
