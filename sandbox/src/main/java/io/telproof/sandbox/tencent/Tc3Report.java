package io.telproof.sandbox.tencent;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.BodyMistakes;
import io.telproof.sandbox.internal.signature.HeaderLines;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.PartList;
import io.telproof.sandbox.internal.signature.Pieces;
import io.telproof.sandbox.internal.signature.SecretMistakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The parts of one signature, in the order of the vendor's page. */
final class Tc3Report {

  private static final String CONTENT_HASH = "X-TC-Content-SHA256";

  private final VendorRequest request;
  private final Tc3Claim claim;
  private final Instant now;
  private final Tc3Timestamp timestamp;
  private final Optional<TencentCredentials> key;
  private final Pieces computed;

  Tc3Report(
      VendorRequest request,
      Tc3Claim claim,
      Instant now,
      Tc3Timestamp timestamp,
      Optional<TencentCredentials> key,
      Pieces computed) {
    this.request = request;
    this.claim = claim;
    this.now = now;
    this.timestamp = timestamp;
    this.key = key;
    this.computed = computed;
  }

  SignatureReport good() {
    return new SignatureReport(Tc3.SCHEME, true, "", parts(Optional.of(computed)));
  }

  /**
   * The report of a signature that is refused.
   *
   * @param client what the client signed, if that was found
   */
  SignatureReport refused(String finding, Optional<Pieces> client) {
    return new SignatureReport(Tc3.SCHEME, false, finding, parts(client));
  }

  private List<Part> parts(Optional<Pieces> client) {
    PartList parts = new PartList(computed, client).headers(claim.unsent(request));
    parts.said(HeaderLines.LIST, claim.signedHeaders()).fitted(BodyMistakes.BODY);
    request.header(CONTENT_HASH).ifPresent(sent -> contentHash(parts, sent));
    parts.fitted(BodyMistakes.HASH);
    parts.fitted("canonical request", pieces -> Tc3.canonicalRequest(pieces::shown));
    parts.fitted("hashed canonical request", Tc3::hashedCanonicalRequest);
    parts.said(
        Tc3.TIMESTAMP,
        inTime()
            ? Tc3.shownTimestamp(timestamp.wanted())
            : now.getEpochSecond() + ", give or take 300",
        timestamp.sent(),
        Tc3.shownTimestamp(timestamp.sent()));
    parts.said(Tc3.SCOPE_DATE, claim.date()).said(Tc3.SCOPE_SERVICE, claim.service());
    parts.fitted("string to sign", pieces -> Tc3.stringToSign(pieces, pieces::shown));
    boolean known = key.isPresent();
    String id = claim.secretId();
    parts.sent("key id", known ? id : "a key of GET /keys", known ? id : Mask.id(id));
    parts.fitted("signing key", Tc3Report::signingKey);
    parts.sent(
        "signature",
        known ? Tc3.signature(computed) : "none: the key id is not known",
        claim.sentSignature().shown());
    token(parts);
    return parts.list();
  }

  /** The vendor looks at it for one value alone. */
  private void contentHash(PartList parts, String sent) {
    boolean unsigned = sent.equals(Tc3.UNSIGNED);
    parts.sent(CONTENT_HASH, unsigned ? sent : Tc3.sha256(request.body()), Mask.word(sent));
  }

  private boolean inTime() {
    return timestamp
        .meant()
        .filter(at -> Duration.between(at, now).abs().compareTo(Authenticator.WINDOW) <= 0)
        .isPresent();
  }

  private static String signingKey(Pieces pieces) {
    String start = pieces.signed(Tc3.PREFIX).isEmpty() ? "" : "TC3 + ";
    String steps =
        switch (pieces.signed(Tc3.STEPS)) {
          case "hex" -> "\n(each step passed on as hex)";
          case "swapped" -> "\n(key and text swapped)";
          case "none" -> "\n(no steps)";
          default -> "";
        };
    return String.join(
            "\n",
            start + pieces.shown(SecretMistakes.SECRET),
            pieces.shown(Tc3.KEY_DATE),
            pieces.shown(Tc3.KEY_SERVICE),
            Tc3.TERMINATOR)
        + steps;
  }

  private void token(PartList parts) {
    Optional<String> sent = request.header("X-TC-Token");
    Optional<String> expected = key.flatMap(TencentCredentials::token);
    if (sent.isPresent() || expected.isPresent()) {
      String vendors = expected.isPresent() ? "the token of this key" : "none";
      String clients = sent.isEmpty() ? "none" : sent.equals(expected) ? vendors : "another token";
      parts.sent("token", vendors, clients);
    }
  }

  /** What the vendor's clock says to the time that was meant; empty where it is near. */
  Optional<String> clock() {
    return timestamp
        .meant()
        .filter(meant -> !inTime())
        .map(
            meant ->
                ("X-TC-Timestamp is %s (%s), and the vendor's clock says %d (%s): %d s apart, and 300"
                        + " are allowed. Set this machine's clock, and sign right before sending.")
                    .formatted(
                        timestamp.wanted(),
                        meant,
                        now.getEpochSecond(),
                        Instant.ofEpochSecond(now.getEpochSecond()),
                        Duration.between(meant, now).abs().toSeconds()));
  }

  /** Why the token is refused. */
  String token(KeyRing ring) {
    Optional<String> sent = request.header("X-TC-Token");
    Optional<String> expected = key.flatMap(TencentCredentials::token);
    if (ring.isRevoked(claim.secretId())) {
      return "The temporary key "
          + claim.secretId()
          + " is over, and its token with it. Get a new"
          + " one.";
    }
    if (expected.isEmpty()) {
      return "X-TC-Token was sent, and the key %s is a permanent one. Leave the token out."
          .formatted(claim.secretId());
    }
    return sent.isEmpty()
        ? "The key %s is a temporary one, and there is no X-TC-Token. Send its token."
            .formatted(claim.secretId())
        : "X-TC-Token is not the token of the key %s. Send the token that came with the key."
            .formatted(claim.secretId());
  }
}
