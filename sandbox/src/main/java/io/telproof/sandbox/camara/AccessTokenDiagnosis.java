package io.telproof.sandbox.camara;

import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Says what an access token is good for, and of a refused one why. Shows no token. */
final class AccessTokenDiagnosis {

  private static final String SCHEME = "Bearer";
  private static final String WANTED = "one of POST /oauth2/token that is not over";

  private final AccessTokens tokens;
  private final Clients clients;

  AccessTokenDiagnosis(AccessTokens tokens, Clients clients) {
    this.tokens = tokens;
    this.clients = clients;
  }

  /** What is wrong with a token: what it is instead of {@link #WANTED}, and a sentence. */
  private record Flaw(String instead, String sentence) {}

  /**
   * The report of one question.
   *
   * @param scopes of which the operation needs one; empty where there is no such operation
   */
  SignatureReport report(VendorRequest request, Set<String> scopes, Instant now) {
    String header = request.header("Authorization").orElse("");
    Matcher bearer = CamaraVendor.BEARER.matcher(header);
    String text = bearer.matches() ? bearer.group(1) : "";
    Optional<AccessToken> token = tokens.known(text);
    Optional<Flaw> flaw = flaw(header, text, token, now);
    List<Part> parts = new ArrayList<>();
    parts.add(sent("access token", WANTED, flaw.map(Flaw::instead).orElse(WANTED)));
    if (token.isEmpty()) {
      return new SignatureReport(SCHEME, false, flaw.map(Flaw::sentence).orElse(""), parts);
    }
    String given = String.join(" ", new TreeSet<>(token.get().scopes()));
    String needed = String.join(" or ", new TreeSet<>(scopes));
    boolean enough = scopes.isEmpty() || scopes.stream().anyMatch(token.get().scopes()::contains);
    parts.add(sent("client", token.get().clientId(), token.get().clientId()));
    parts.add(sent("expiry", token.get().expiry().toString(), token.get().expiry().toString()));
    parts.add(sent("scope", enough ? given : needed, given));
    if (flaw.isPresent()) {
      return new SignatureReport(SCHEME, false, flaw.get().sentence(), parts);
    }
    return new SignatureReport(SCHEME, enough, enough ? "" : missing(needed, given), parts);
  }

  private static String missing(String scope, String given) {
    return "The access token is for the scope %s, and this operation needs %s. Ask for that scope."
        .formatted(given, scope);
  }

  private static Part sent(String name, String vendors, String sent) {
    return new Part(name, vendors, sent, Source.SENT);
  }

  private Optional<Flaw> flaw(
      String header, String text, Optional<AccessToken> token, Instant now) {
    if (header.isEmpty()) {
      return flaw(
          "none",
          "There is no header Authorization. Get an access token by POST /oauth2/token and send"
              + " \"Authorization: Bearer TOKEN\".");
    }
    if (text.isEmpty()) {
      return notBearer(header);
    }
    if (token.isEmpty()) {
      return unknown(text);
    }
    if (tokens.isRevoked(text)) {
      return flaw("one that was revoked", "The access token was revoked. Get a new one.");
    }
    if (!token.get().expiry().isAfter(now)) {
      return flaw(
          "one that is over",
          "The access token is over since %s, and it is %s. Get a new one before it ends."
              .formatted(token.get().expiry(), now));
    }
    return clients.accepts(token.get().clientId())
        ? Optional.empty()
        : flaw(
            "one of a revoked client",
            "The client %s is revoked, and its access tokens with it. Take another client, or"
                    .formatted(token.get().clientId())
                + " restore it under /keys.");
  }

  private Optional<Flaw> notBearer(String header) {
    if (header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return flaw(
          "the client's secret",
          "The header Authorization is Basic, which is for POST /oauth2/token. Send the access token"
              + " from there as \"Bearer TOKEN\".");
    }
    boolean bare = tokens.known(header.trim()).isPresent();
    return flaw(
        bare ? "one without the word Bearer" : "none",
        "The header Authorization is not \"Bearer\", a blank and the access token. Write it so.");
  }

  private Optional<Flaw> unknown(String text) {
    String bare = text.replaceAll("[\"'<>,;]", "");
    if (!bare.equals(text) && tokens.known(bare).isPresent()) {
      return flaw(
          "one with other characters around it",
          "There are quotation marks or other characters around the access token. Leave them out.");
    }
    return text.split("\\.", -1).length == 3
        ? flaw(
            "a JWT",
            "The Authorization header has a JWT, and this operator's access tokens are none. Send the"
                + " JWT to POST /oauth2/token, and what comes from there here.")
        : flaw(
            "one that was never given out",
            "The access token is none that this sandbox gave out since it was started. Get one by"
                + " POST /oauth2/token.");
  }

  private static Optional<Flaw> flaw(String instead, String sentence) {
    return Optional.of(new Flaw(instead, sentence));
  }
}
