package io.telproof.sandbox.alibaba;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The parts of one signature, in the order of the vendor's page. */
final class Acs3Report {

  private static final String NONCE = "x-acs-signature-nonce";
  private static final String NAMED = "x-acs-accesskey-id";
  private static final String CONTENT_HASH = "x-acs-content-sha256";

  private final VendorRequest request;
  private final Acs3Claim claim;
  private final Instant now;
  private final Acs3Date date;
  private final Optional<AlibabaCredentials> key;
  private final Pieces computed;

  Acs3Report(
      VendorRequest request,
      Acs3Claim claim,
      Instant now,
      Acs3Date date,
      Optional<AlibabaCredentials> key,
      Pieces computed) {
    this.request = request;
    this.claim = claim;
    this.now = now;
    this.date = date;
    this.key = key;
    this.computed = computed;
  }

  SignatureReport good() {
    return new SignatureReport(Acs3.SCHEME, true, "", parts(Optional.of(computed), false));
  }

  /**
   * The report of a signature that is refused.
   *
   * @param client what the client signed, if that was found
   * @param nonceUsed whether an earlier request had the nonce
   */
  SignatureReport refused(String finding, Optional<Pieces> client, boolean nonceUsed) {
    return new SignatureReport(Acs3.SCHEME, false, finding, parts(client, nonceUsed));
  }

  private List<Part> parts(Optional<Pieces> client, boolean nonceUsed) {
    PartList parts = new PartList(computed, client).fitted(Acs3.QUERY);
    parts.headers(claim.unsent(request));
    parts.said(HeaderLines.LIST, claim.signedHeaders()).fitted(BodyMistakes.BODY);
    parts.sent(CONTENT_HASH, Acs3.sha256(request.body()), sent(CONTENT_HASH));
    parts.fitted(BodyMistakes.HASH);
    parts.fitted("canonical request", pieces -> Acs3.canonicalRequest(pieces::shown));
    parts.fitted("hashed canonical request", Acs3::hashedCanonicalRequest);
    parts.fitted("string to sign", pieces -> Acs3.stringToSign(pieces, pieces::shown));
    parts.sent(
        Acs3Date.HEADER,
        inTime() ? date.wanted() : seconds() + ", give or take 15 minutes",
        sent(Acs3Date.HEADER));
    parts.sent(NONCE, nonceUsed ? "one that no request had before" : sent(NONCE), sent(NONCE));
    boolean known = key.isPresent();
    String id = claim.accessKeyId();
    parts.sent("key id", known ? id : "a key of GET /keys", known ? id : Mask.id(id));
    request
        .header(NAMED)
        .ifPresent(named -> parts.sent(NAMED, known ? Mask.id(id) : "", Mask.id(named)));
    parts.fitted(SecretMistakes.SECRET, Acs3Report::secret);
    parts.sent(
        "signature",
        known ? Acs3.signature(computed) : "none: the key id is not known",
        claim.signature().shown());
    token(parts);
    return parts.list();
  }

  private static String secret(Pieces pieces) {
    String prefix = pieces.shown(Acs3.PREFIX);
    return (prefix.isEmpty() ? "" : prefix + " + ") + pieces.shown(SecretMistakes.SECRET);
  }

  /** A header as it may be shown; empty where there is none. */
  private String sent(String name) {
    return request.header(name).map(Mask::word).orElse("");
  }

  private Instant seconds() {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  private boolean inTime() {
    return date.meant()
        .filter(at -> Duration.between(at, now).abs().compareTo(Authenticator.WINDOW) <= 0)
        .isPresent();
  }

  String dateForm() {
    return date.complaint()
        + " Write the time in UTC, in whole seconds and with a Z, as "
        + date.meant().orElse(seconds())
        + '.';
  }

  /** What the vendor's clock says to the date. */
  String clock() {
    return date.meant()
        .map(
            at ->
                ("x-acs-date is %s, and the vendor's clock says %s: %d s apart, and 900 are allowed."
                        + " Write the time in UTC, set this machine's clock, and sign right before"
                        + " sending.")
                    .formatted(at, seconds(), Duration.between(at, now).abs().toSeconds()))
        .orElseGet(this::dateForm);
  }

  private void token(PartList parts) {
    Optional<String> sent = request.header("x-acs-security-token");
    Optional<String> expected = key.flatMap(AlibabaCredentials::securityToken);
    if (sent.isPresent() || expected.isPresent()) {
      String vendors = expected.isPresent() ? "the token of this key" : "none";
      String clients = sent.isEmpty() ? "none" : sent.equals(expected) ? vendors : "another token";
      parts.sent("security token", vendors, clients);
    }
  }

  /** Why the security token is refused. */
  String token(KeyRing ring) {
    String id = claim.accessKeyId();
    if (ring.isRevoked(id)) {
      return "The temporary key " + id + " is over, and its token with it. Get a new one.";
    }
    if (key.flatMap(AlibabaCredentials::securityToken).isEmpty()) {
      return "x-acs-security-token was sent, and the key %s is a permanent one. Leave it out."
          .formatted(id);
    }
    return request.header("x-acs-security-token").isEmpty()
        ? "The key %s is a temporary one, and there is no x-acs-security-token. Send its token."
            .formatted(id)
        : "x-acs-security-token is not the token of the key %s. Send the one that came with it."
            .formatted(id);
  }
}
