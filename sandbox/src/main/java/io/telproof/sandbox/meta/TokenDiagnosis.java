package io.telproof.sandbox.meta;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what an access token is good for, and of a refused one why. Shows no token. */
final class TokenDiagnosis {

  private static final String SCHEME = "Bearer";
  private static final String WANTED = "one of GET /keys that is not revoked";

  private final List<MetaCredentials> known;
  private final KeyRing ring;
  private final ProofDiagnosis proofs;

  TokenDiagnosis(
      List<MetaCredentials> known, KeyRing ring, String appSecret, boolean proofRequired) {
    this.known = List.copyOf(known);
    this.ring = ring;
    this.proofs = new ProofDiagnosis(known, appSecret, proofRequired);
  }

  /** What is wrong with a token or its proof: what it is instead, in words, and a sentence. */
  record Flaw(String instead, String sentence) {}

  /** The report of one request. */
  SignatureReport report(VendorRequest request) {
    Map<String, String> query = query(request);
    List<String> headers = request.headers("Authorization");
    String text = Tokens.token(request, Optional.ofNullable(query.get(Query.TOKEN))).orElse("");
    Optional<MetaCredentials> token = of(text);
    Optional<Flaw> flaw =
        token.isPresent() ? revoked(token.get()) : Optional.of(unknown(headers, text));
    List<Part> parts = new ArrayList<>();
    parts.add(sent("access token", WANTED, flaw.map(Flaw::instead).orElse(WANTED)));
    List<String> finding = new ArrayList<>(flaw.map(Flaw::sentence).stream().toList());
    token.ifPresent(
        each -> {
          parts.add(sent("system user", each.user(), each.user()));
          Optional<Flaw> proof = proofs.flaw(request, query, each);
          if (proof.isPresent() || query.containsKey(ProofDiagnosis.NAME)) {
            parts.add(
                sent(
                    ProofDiagnosis.NAME,
                    ProofDiagnosis.WANTED,
                    proof.map(Flaw::instead).orElse(ProofDiagnosis.WANTED)));
          }
          proof.map(Flaw::sentence).ifPresent(finding::add);
        });
    return new SignatureReport(SCHEME, finding.isEmpty(), String.join(" ", finding), parts);
  }

  private static Part sent(String name, String vendors, String sent) {
    return new Part(name, vendors, sent, Source.SENT);
  }

  private static Map<String, String> query(VendorRequest request) {
    try {
      return Query.of(request.query()).told();
    } catch (Refusal e) {
      // Not encoded: what it says is not known.
      return Map.of();
    }
  }

  private Optional<MetaCredentials> of(String token) {
    return known.stream().filter(each -> each.token().equals(token)).findFirst();
  }

  private Optional<Flaw> revoked(MetaCredentials token) {
    return ring.isRevoked(token.user())
        ? Optional.of(
            new Flaw(
                "one that was revoked",
                "The access token of %s is revoked. Take another one, or restore it under /keys."
                    .formatted(token.user())))
        : Optional.empty();
  }

  private Flaw unknown(List<String> headers, String text) {
    if (headers.size() > 1) {
      return new Flaw(
          headers.size() + " headers",
          "The header Authorization was sent %d times. Send it once.".formatted(headers.size()));
    }
    if (!text.isEmpty()) {
      return unknown(text);
    }
    if (headers.isEmpty()) {
      return new Flaw(
          "none",
          "There is no header Authorization. Send the access token as \"Authorization: Bearer"
              + " TOKEN\".");
    }
    return of(headers.get(0).trim()).isPresent()
        ? new Flaw(
            "one without the word Bearer",
            "The access token stands in the header without \"Bearer\" and a blank before it. Write"
                + " \"Bearer TOKEN\".")
        : new Flaw(
            "none",
            "The header Authorization is not \"Bearer\", a blank and the access token. Write it"
                + " so.");
  }

  private Flaw unknown(String text) {
    String bare = text.replaceAll("[\"'<>,;]", "");
    if (!bare.equals(text) && of(bare).isPresent()) {
      return new Flaw(
          "one with other characters around it",
          "There are quotation marks or other characters around the access token. Leave them out.");
    }
    if (ring.has(text)) {
      return new Flaw(
          "the name of a system user",
          "The name of a system user stands where its access token belongs. Send the token.");
    }
    if (proofs.isAppSecret(text)) {
      return new Flaw(
          "the app secret",
          "The app secret stands where the access token belongs. It makes the proof, and is never"
              + " sent.");
    }
    if (text.contains("|")) {
      return new Flaw(
          "an app's token",
          "The access token has the form of an app's, ID|SECRET. Send that of a system user.");
    }
    return known.stream().anyMatch(each -> each.token().equalsIgnoreCase(text))
        ? new Flaw(
            "one in another case",
            "Capital and small letters of the access token are changed. Send it as it was given.")
        : new Flaw(
            "one that is not known",
            "The access token is none of this sandbox's. Take one of GET /keys.");
  }
}
