package io.telproof.sandbox.tencent;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the vendor computed of a signature, and of a refused one why it is wrong: from what the
 * request says of itself, and else by a search among {@link Tc3Mistakes}. Thread-safe.
 */
final class Tc3Diagnosis {

  private final List<TencentCredentials> keys;
  private final KeyRing ring;
  private final RecentBodies recent = new RecentBodies();

  Tc3Diagnosis(List<TencentCredentials> keys, KeyRing ring) {
    this.keys = keys;
    this.ring = ring;
  }

  /** The report of one request, whose body is remembered. */
  SignatureReport report(VendorRequest request, Instant now, Optional<Refusal> refusal) {
    Tc3Claim claim = Tc3Claim.read(request.headers("Authorization"));
    Tc3Timestamp timestamp = Tc3Timestamp.of(request);
    Optional<TencentCredentials> key =
        keys.stream().filter(each -> each.secretId().equals(claim.secretId())).findFirst();
    Pieces computed = computed(request, claim, timestamp, key);
    Tc3Report parts = new Tc3Report(request, claim, now, timestamp, key, computed);
    SignatureReport report =
        refusal.isEmpty()
            ? parts.good()
            : refused(request, claim, timestamp, computed, parts, refusal.get());
    recent.add(request.body());
    return report;
  }

  private SignatureReport refused(
      VendorRequest request,
      Tc3Claim claim,
      Tc3Timestamp timestamp,
      Pieces computed,
      Tc3Report parts,
      Refusal refusal) {
    Finding finding = new Finding();
    timestamp.complaint().ifPresent(finding::add);
    said(request, claim, timestamp.meant(), parts, refusal).ifPresent(finding::add);
    if (claim.signature().isEmpty() || refusal.code().equals("RequestSizeLimitExceeded")) {
      return parts.refused(finding.text(), Optional.empty());
    }
    Pieces start = claimed(claim, timestamp, computed);
    String sent = claim.sentSignature().hex();
    Map<List<String>, byte[]> derived = new HashMap<>();
    MistakeSearch search =
        new MistakeSearch(
            Tc3.canonicalRequest(start::signed).length(),
            pieces ->
                Tc3.signature(
                        pieces,
                        derived.computeIfAbsent(
                            Tc3.KEY.stream().map(pieces::signed).toList(), k -> Tc3.key(pieces)))
                    .equals(sent));
    List<Mistake> mistakes = told(request, claim, timestamp, start, computed);
    mistakes.addAll(
        Tc3Mistakes.of(
            request, claim, start, timestamp.meant().orElse(Instant.EPOCH), ring.keys(), recent));
    Optional<MistakeSearch.Fit> fit = search.search(start, mistakes);
    fit.ifPresentOrElse(
        finding::fits,
        () ->
            finding.fitsNothing(
                search.tried(), claim.secretId(), complete(request, claim, timestamp)));
    return parts.refused(finding.text(), fit.map(MistakeSearch.Fit::pieces));
  }

  /** What the request itself tells of, and was yet signed as the vendor wants it. */
  private static List<Mistake> told(
      VendorRequest request,
      Tc3Claim claim,
      Tc3Timestamp timestamp,
      Pieces start,
      Pieces computed) {
    List<Mistake> told = new ArrayList<>();
    claim
        .complaint()
        .or(() -> claim.sendingComplaint(request))
        .ifPresent(sentence -> told.addAll(HeaderMistakes.list(start, computed, sentence)));
    timestamp
        .complaint()
        .ifPresent(sentence -> told.add(Mistake.in(Tc3.TIMESTAMP, timestamp.wanted(), sentence)));
    return told;
  }

  /** Whether the request says all that was signed, but for the secret. */
  private boolean complete(VendorRequest request, Tc3Claim claim, Tc3Timestamp timestamp) {
    return keys.stream().anyMatch(key -> key.secretId().equals(claim.secretId()))
        && claim.isReadable()
        && claim.unsent(request).isEmpty()
        && !timestamp.sent().isEmpty();
  }

  /** The pieces as the vendor has them. */
  private static Pieces computed(
      VendorRequest request,
      Tc3Claim claim,
      Tc3Timestamp timestamp,
      Optional<TencentCredentials> key) {
    String product = Site.product(request.header("Host").orElse(""));
    Pieces pieces =
        Tc3.pieces(request, claim.orderedHeaders(request), timestamp.wanted())
            .with(
                Tc3.scope(
                    timestamp.meant().map(Tc3Diagnosis::day).orElse(claim.date()),
                    product.isEmpty() ? claim.service() : product))
            .with(BodyMistakes.BODY, BodyMistakes.shown(request.body()));
    return pieces.with(
        SecretMistakes.SECRET,
        key.map(each -> SecretMistakes.secret(each.secretId(), each.secretKey()))
            .orElse(new Pieces.Piece("", "none: the key id is not known")));
  }

  /** The pieces as the request itself says that the client has them. */
  private static Pieces claimed(Tc3Claim claim, Tc3Timestamp timestamp, Pieces computed) {
    Pieces claimed =
        computed
            .with(Tc3.scope(claim.date(), claim.service()))
            .with(Tc3.TIMESTAMP, Tc3.timestamp(timestamp.sent()));
    return claim.signedHeaders().isEmpty()
        ? claimed
        : claimed.with(HeaderLines.listed(claim.signedHeaders()));
  }

  static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  /** What is wrong by the request's own words. */
  private Optional<String> said(
      VendorRequest request,
      Tc3Claim claim,
      Optional<Instant> signedAt,
      Tc3Report parts,
      Refusal refusal) {
    return switch (refusal.code()) {
      case "UnsupportedProtocol" ->
          Optional.of(
              "The method is " + request.method() + ". Send POST, or GET where it is allowed.");
      case "RequestSizeLimitExceeded" ->
          Optional.of(
              "The body has %d bytes and the query %d characters; 10 MiB and 32 KiB are the most."
                  .formatted(request.body().length, request.query().length()));
      case "AuthFailure.InvalidAuthorization" ->
          claim
              .complaint()
              .or(() -> claim.sendingComplaint(request))
              .or(() -> service(request, claim));
      case "MissingParameter" ->
          Optional.of("There is no header X-TC-Timestamp. Send the seconds since 1970.");
      case "InvalidParameterValue" ->
          Optional.of("X-TC-Timestamp is not a whole number. Send the seconds since 1970.");
      case "AuthFailure.SignatureExpire" ->
          signedAt.isEmpty()
              ? Optional.of("X-TC-Timestamp is no time. Send the seconds since 1970.")
              : parts.clock();
      case "AuthFailure.SecretIdNotFound" -> Optional.of(secretId(claim));
      case "AuthFailure.TokenFailure" -> Optional.of(parts.token(ring));
      default -> date(claim, signedAt);
    };
  }

  private static Optional<String> service(VendorRequest request, Tc3Claim claim) {
    String product = Site.product(request.header("Host").orElse(""));
    return Optional.of(
        "The service in the credential scope is %s, and the host is that of %s. Sign for %s."
            .formatted(Mask.word(claim.service()), product, product));
  }

  private String secretId(Tc3Claim claim) {
    String id = claim.secretId();
    if (ring.has(id)) {
      return "The key " + id + " is revoked. Take another key, or restore it under /keys.";
    }
    if (keys.stream().anyMatch(key -> key.secretKey().equals(id))) {
      return "A secret key stands where the key id belongs. Write the key id into the Credential.";
    }
    return "The key id %s is none of this sandbox's. Take a key of GET /keys."
        .formatted(Mask.id(id));
  }

  private static Optional<String> date(Tc3Claim claim, Optional<Instant> signedAt) {
    return signedAt
        .map(Tc3Diagnosis::day)
        .filter(day -> !day.equals(claim.date()))
        .map(
            day -> {
              String china = day(signedAt.get().plus(Duration.ofHours(8)));
              return "The date in the credential scope is %s, and the timestamp's day in UTC is %s.%s"
                  .formatted(
                      Mask.word(claim.date()),
                      day,
                      claim.date().equals(china)
                          ? " It is the day of UTC+8. Take the date from the timestamp, in UTC."
                          : " Take the date from the timestamp, in UTC.");
            });
  }
}
