package io.telproof.sandbox.tencent;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.Pieces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The parts of one signature, in the order of the vendor's page. */
final class Tc3Report {

  private static final String NOT_SIGNED = "(not signed)";
  private static final String CONTENT_HASH = "X-TC-Content-SHA256";

  private final VendorRequest request;
  private final Tc3Claim claim;
  private final Instant now;
  private final Optional<Instant> signedAt;
  private final Optional<TencentCredentials> key;
  private final Pieces computed;

  Tc3Report(
      VendorRequest request,
      Tc3Claim claim,
      Instant now,
      Optional<Instant> signedAt,
      Optional<TencentCredentials> key,
      Pieces computed) {
    this.request = request;
    this.claim = claim;
    this.now = now;
    this.signedAt = signedAt;
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
    List<Part> parts = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(lines(computed));
    client.ifPresent(pieces -> names.addAll(lines(pieces)));
    names.forEach(
        name -> parts.add(fitted("header " + name, pieces -> line(pieces, name), client)));
    parts.add(said(Tc3.LIST, claim.signedHeaders(), client));
    parts.add(fitted(Tc3.BODY, pieces -> pieces.shown(Tc3.BODY), client));
    contentHash().ifPresent(parts::add);
    parts.add(fitted(Tc3.BODY_HASH, pieces -> pieces.shown(Tc3.BODY_HASH), client));
    parts.add(fitted("canonical request", pieces -> Tc3.canonicalRequest(pieces::shown), client));
    parts.add(fitted("hashed canonical request", Tc3::hashedCanonicalRequest, client));
    parts.add(timestamp(client));
    parts.add(said(Tc3.SCOPE_DATE, claim.date(), client));
    parts.add(said(Tc3.SCOPE_SERVICE, claim.service(), client));
    parts.add(fitted("string to sign", pieces -> Tc3.stringToSign(pieces, pieces::shown), client));
    parts.add(keyId());
    parts.add(fitted("signing key", Tc3Report::signingKey, client));
    parts.add(
        sent(
            "signature",
            key.isPresent() ? Tc3.signature(computed) : "none: the key id is not known",
            claim.signature()));
    token().ifPresent(parts::add);
    return parts;
  }

  private static List<String> lines(Pieces pieces) {
    return Arrays.stream(pieces.signed(Tc3.LINES).split(";", -1))
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private static String line(Pieces pieces, String name) {
    return lines(pieces).contains(name) ? pieces.shown(Tc3.HEADER + name) : NOT_SIGNED;
  }

  private Part fitted(String name, Function<Pieces, String> text, Optional<Pieces> client) {
    return client
        .map(pieces -> new Part(name, text.apply(computed), text.apply(pieces), Source.FITTED))
        .orElseGet(() -> new Part(name, text.apply(computed), "", Source.UNKNOWN));
  }

  /** A piece that the request carries, though its signature may fit another one. */
  private Part said(String piece, String sent, Optional<Pieces> client) {
    String vendors = computed.shown(piece);
    return client
        .filter(pieces -> !pieces.signed(piece).equals(sent))
        .map(pieces -> new Part(piece, vendors, pieces.shown(piece), Source.FITTED))
        .orElseGet(() -> sent(piece, vendors, sent));
  }

  private static Part sent(String name, String vendors, String sent) {
    return new Part(name, vendors, sent, Source.SENT);
  }

  private Optional<Part> contentHash() {
    return request
        .header(CONTENT_HASH)
        .map(
            sent ->
                sent(
                    CONTENT_HASH,
                    sent.equals(Tc3.UNSIGNED) ? sent : Tc3.sha256(request.body()),
                    sent));
  }

  private Part timestamp(Optional<Pieces> client) {
    String sent = request.header("X-TC-Timestamp").orElse("");
    boolean inTime =
        signedAt.isPresent()
            && Duration.between(signedAt.get(), now).abs().compareTo(Authenticator.WINDOW) <= 0;
    String vendors = inTime ? sent : now.getEpochSecond() + ", give or take 300";
    return client
        .filter(pieces -> !pieces.signed(Tc3.TIMESTAMP).equals(sent))
        .map(pieces -> new Part(Tc3.TIMESTAMP, vendors, pieces.shown(Tc3.TIMESTAMP), Source.FITTED))
        .orElseGet(() -> sent(Tc3.TIMESTAMP, vendors, sent));
  }

  private Part keyId() {
    String id = claim.secretId();
    return key.isPresent()
        ? sent("key id", id, id)
        : sent("key id", "a key of GET /keys", Mask.id(id));
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
            start + pieces.shown(Tc3.SECRET),
            pieces.shown(Tc3.KEY_DATE),
            pieces.shown(Tc3.KEY_SERVICE),
            Tc3.TERMINATOR)
        + steps;
  }

  private Optional<Part> token() {
    Optional<String> sent = request.header("X-TC-Token");
    Optional<String> expected = key.flatMap(TencentCredentials::token);
    if (sent.isEmpty() && expected.isEmpty()) {
      return Optional.empty();
    }
    String vendors = expected.isPresent() ? "the token of this key" : "none";
    String clients = sent.isEmpty() ? "none" : sent.equals(expected) ? vendors : "another token";
    return Optional.of(sent("token", vendors, clients));
  }

  /** What the vendor's clock says to the timestamp. */
  String clock(Instant signedAt) {
    String sent = request.header("X-TC-Timestamp").orElse("");
    Instant inMillis = Instant.ofEpochMilli(Long.parseLong(sent));
    if (Duration.between(inMillis, now).abs().compareTo(Duration.ofDays(1)) < 0) {
      return "X-TC-Timestamp is in milliseconds: %s. Send whole seconds since 1970."
          .formatted(sent);
    }
    return ("X-TC-Timestamp is %s (%s), and the vendor's clock says %d (%s): %d s apart, and 300 are"
            + " allowed. Set this machine's clock, and sign right before sending.")
        .formatted(
            sent,
            signedAt,
            now.getEpochSecond(),
            Instant.ofEpochSecond(now.getEpochSecond()),
            Duration.between(signedAt, now).abs().toSeconds());
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
