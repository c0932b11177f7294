package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.BodyMistakes;
import io.telproof.sandbox.internal.signature.Finding;
import io.telproof.sandbox.internal.signature.HeaderLines;
import io.telproof.sandbox.internal.signature.HeaderMistakes;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.Mistake;
import io.telproof.sandbox.internal.signature.MistakeSearch;
import io.telproof.sandbox.internal.signature.Pieces;
import io.telproof.sandbox.internal.signature.RecentBodies;
import io.telproof.sandbox.internal.signature.SecretMistakes;
import io.telproof.sandbox.internal.signature.SignedBodies;
import io.telproof.sandbox.internal.signature.SignedBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the vendor computed of a signature, and of a refused one why it is wrong: from what the
 * request says of itself, and else by a search among {@link Acs3Mistakes}. Thread-safe.
 */
final class Acs3Diagnosis {

  private static final String CONTENT_HASH = "x-acs-content-sha256";

  private final List<AlibabaCredentials> keys;
  private final KeyRing ring;
  private final RecentBodies recent = new RecentBodies();

  Acs3Diagnosis(List<AlibabaCredentials> keys, KeyRing ring) {
    this.keys = keys;
    this.ring = ring;
  }

  /** The report of one request, whose body is remembered. */
  SignatureReport report(VendorRequest request, Instant now, Optional<Refusal> refusal) {
    Acs3Claim claim = Acs3Claim.read(request.headers("Authorization"));
    Optional<AlibabaCredentials> key =
        keys.stream().filter(each -> each.accessKeyId().equals(claim.accessKeyId())).findFirst();
    Pieces computed = computed(request, claim, key);
    Acs3Report parts = new Acs3Report(request, claim, now, Acs3Date.of(request), key, computed);
    SignatureReport report =
        refusal.isEmpty() ? parts.good() : refused(request, claim, computed, parts, refusal.get());
    recent.add(request.body());
    return report;
  }

  private SignatureReport refused(
      VendorRequest request, Acs3Claim claim, Pieces computed, Acs3Report parts, Refusal refusal) {
    Optional<SignedBody> hashed = hashed(request);
    Finding finding = new Finding();
    said(request, claim, hashed, parts, refusal).forEach(finding::add);
    boolean used = refusal.code().equals("SignatureNonceUsed");
    if (claim.signature().text().isEmpty()) {
      return parts.refused(finding.text(), Optional.empty(), used);
    }
    Pieces start = claimed(request, claim, hashed, computed);
    String sent = claim.signature().hex();
    MistakeSearch search =
        new MistakeSearch(
            Acs3.canonicalRequest(start::signed).length(),
            pieces -> Acs3.signature(pieces).equals(sent));
    List<Mistake> mistakes = new ArrayList<>();
    claim
        .complaint()
        .or(() -> unsigned(request, claim))
        .ifPresent(sentence -> mistakes.addAll(HeaderMistakes.list(start, computed, sentence)));
    mistakes.addAll(Acs3Mistakes.of(request, claim, start, ring.keys(), recent));
    Optional<MistakeSearch.Fit> fit = search.search(start, mistakes);
    fit.ifPresentOrElse(
        finding::fits,
        () -> finding.fitsNothing(search.tried(), claim.accessKeyId(), complete(request, claim)));
    return parts.refused(finding.text(), fit.map(MistakeSearch.Fit::pieces), used);
  }

  /** Whether the request says all that was signed, but for the secret. */
  private boolean complete(VendorRequest request, Acs3Claim claim) {
    return keys.stream().anyMatch(key -> key.accessKeyId().equals(claim.accessKeyId()))
        && claim.isReadable()
        && claim.unsent(request).isEmpty()
        && request.header(Acs3Date.HEADER).isPresent();
  }

  /** The pieces as the vendor has them. */
  private static Pieces computed(
      VendorRequest request, Acs3Claim claim, Optional<AlibabaCredentials> key) {
    List<String> names = claim.orderedHeaders(request);
    Pieces pieces =
        Acs3.pieces(request, query(request), names)
            .with(BodyMistakes.BODY, BodyMistakes.shown(request.body()))
            .with(
                SecretMistakes.SECRET,
                key.map(each -> SecretMistakes.secret(each.accessKeyId(), each.accessKeySecret()))
                    .orElse(new Pieces.Piece("", "none: the key id is not known")));
    if (names.contains(CONTENT_HASH)) {
      pieces = pieces.with(HeaderLines.HEADER + CONTENT_HASH, Acs3.sha256(request.body()));
    }
    return names.contains(Acs3Date.HEADER)
        ? pieces.with(date(Acs3Date.of(request).wanted()))
        : pieces;
  }

  private static Map<String, Pieces.Piece> date(String date) {
    return Map.of(HeaderLines.HEADER + Acs3Date.HEADER, Acs3.header(Acs3Date.HEADER, date));
  }

  private static String query(VendorRequest request) {
    try {
      return Pairs.decode(request.query()).canonical();
    } catch (Refusal e) {
      return request.query();
    }
  }

  /** The pieces as the request itself says that the client has them. */
  private static Pieces claimed(
      VendorRequest request, Acs3Claim claim, Optional<SignedBody> hashed, Pieces computed) {
    Pieces claimed = computed.with(date(Acs3Date.of(request).sent()));
    Optional<String> hash = request.header(CONTENT_HASH);
    if (hash.isPresent()) {
      claimed =
          claimed
              .with(HeaderLines.HEADER + CONTENT_HASH, Acs3.header(CONTENT_HASH, hash.get()))
              .with(BodyMistakes.HASH, Acs3.header(CONTENT_HASH, hash.get()));
    }
    if (hashed.isPresent()) {
      claimed = claimed.with(BodyMistakes.BODY, BodyMistakes.shown(hashed.get().bytes()));
    }
    String listed = claim.signedHeaders();
    return listed.isEmpty() ? claimed : claimed.with(HeaderLines.listed(listed));
  }

  /** The body that x-acs-content-sha256 is the hash of, if that is another one than was sent. */
  private Optional<SignedBody> hashed(VendorRequest request) {
    String hash = request.header(CONTENT_HASH).orElse("").toLowerCase(Locale.ROOT);
    return Acs3.sha256(request.body()).equals(hash)
        ? Optional.empty()
        : SignedBodies.of(request.body(), recent).stream()
            .filter(other -> Acs3.sha256(other.bytes()).equals(hash))
            .findFirst();
  }

  /** What is wrong by the request's own words. */
  private List<String> said(
      VendorRequest request,
      Acs3Claim claim,
      Optional<SignedBody> hashed,
      Acs3Report parts,
      Refusal refusal) {
    List<String> said = new ArrayList<>();
    switch (refusal.code()) {
      case "UnsupportedHTTPMethod" ->
          said.add("The method is " + request.method() + ". Send POST, or GET.");
      case "IncompleteSignature" ->
          said.add(
              claim
                  .complaint()
                  .orElse(
                      "x-acs-accesskey-id is not the key id of the Credential. Send one id, or"
                          + " leave that header out."));
      case "InvalidTimeStamp.Format" -> said.add(parts.dateForm());
      case "InvalidTimeStamp.Expired" -> said.add(parts.clock());
      case "InvalidAccessKeyId.NotFound" -> said.add(accessKeyId(claim.accessKeyId()));
      case "InvalidAccessKeyId.Inactive" ->
          said.add(
              "The key %s is revoked. Take another key, or restore it under /keys."
                  .formatted(claim.accessKeyId()));
      case "InvalidSecurityToken.Expired",
          "InvalidSecurityToken.MismatchWithAccessKey",
          "MissingSecurityToken" ->
          said.add(parts.token(ring));
      case "SignatureNonceUsed" ->
          said.add(
              "The nonce was in an earlier request of this key. Make a new one for each request, a"
                  + " retry too, and sign it.");
      case "SignatureDoesNotMatch" -> {
        unsigned(request, claim).ifPresent(said::add);
        contentHash(request, hashed).ifPresent(said::add);
      }
      default -> {
        // The query is not percent-encoded.
        said.add("The query is not percent-encoded. Encode names and values by RFC 3986.");
      }
    }
    return said;
  }

  private String accessKeyId(String id) {
    return keys.stream().anyMatch(key -> key.accessKeySecret().equals(id))
        ? "A secret stands where the key id belongs. Write the key id into the Credential."
        : "The key id %s is none of this sandbox's. Take a key of GET /keys."
            .formatted(Mask.id(id));
  }

  private static Optional<String> unsigned(VendorRequest request, Acs3Claim claim) {
    List<String> listed = List.of(claim.signedHeaders().split(";", -1));
    List<String> unlisted =
        request.headers().stream()
            .filter(Acs3::mustBeSigned)
            .map(Header::key)
            .filter(name -> !listed.contains(name))
            .distinct()
            .sorted()
            .toList();
    if (!unlisted.isEmpty()) {
      return Optional.of(
          "SignedHeaders does not list %s. Sign and list host, content-type and each x-acs- header"
                  .formatted(String.join(" and ", unlisted))
              + " that is sent.");
    }
    return listed.stream()
        .filter(name -> request.headers(name).isEmpty())
        .findFirst()
        .map(
            name ->
                "SignedHeaders lists %s, which was not sent. Send each header that is signed."
                    .formatted(Mask.word(name)));
  }

  private static Optional<String> contentHash(VendorRequest request, Optional<SignedBody> hashed) {
    String hash = Acs3.sha256(request.body());
    Optional<String> sent = request.header(CONTENT_HASH);
    if (sent.isEmpty()) {
      return Optional.of(
          "There is no x-acs-content-sha256. Send the SHA-256 of the body in it, and sign it.");
    }
    if (sent.get().equals(hash)) {
      return Optional.empty();
    }
    if (sent.get().equalsIgnoreCase(hash)) {
      return Optional.of(
          "x-acs-content-sha256 is in upper-case hex. Write it in lower case, there and in the"
              + " canonical request.");
    }
    return Optional.of(
        "x-acs-content-sha256 is not the hash of the body that arrived"
            + hashed.map(body -> "; it is that of " + body.said()).orElse("")
            + ". Turn the body into bytes once, hash those and send the same ones.");
  }
}
