package io.telproof.spi.http.oauth;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reply of a token endpoint: a token, or one of the standard's errors.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, issuing an access
 *     token</a>
 */
final class TokenReply {
  /** The standard lets a vendor leave it out: not long, and not a request for each question. */
  private static final Duration UNSAID = Duration.ofMinutes(5);

  private static final Pattern SECONDS = Pattern.compile("0{0,9}[1-9][0-9]{0,8}");

  /** What may stand in a header; RFC 6750 allows less, and vendors keep to neither. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private static final CodeTable<AccessToken> ERRORS =
      CodeTable.of(
          refused("invalid_client", "the client is not known, or did not prove itself"),
          refused("unauthorized_client", "the client may not use this grant"),
          refused("invalid_grant", "the assertion is not valid, or the person has not consented"),
          refused("invalid_scope", "the scope is not known, or not this client's"),
          refused("access_denied", "the person or the vendor has refused"),
          refused("invalid_request", "the token request is not what this vendor wants"),
          refused("unsupported_grant_type", "the vendor does not have this grant"),
          row("slow_down", FailureKind.THROTTLED, "asked too often"),
          row("temporarily_unavailable", FailureKind.UNAVAILABLE, "not in service for a while"),
          row("server_error", FailureKind.UNAVAILABLE, "an error inside the vendor"));

  private TokenReply() {}

  private static CodeRow<AccessToken> refused(String code, String says) {
    return row(code, FailureKind.UNAUTHORIZED, says);
  }

  private static CodeRow<AccessToken> row(String code, FailureKind kind, String says) {
    return CodeRow.documented(code, Charge.FREE, says, Meaning.failed(kind));
  }

  /**
   * The token in a reply.
   *
   * @throws io.telproof.VerificationException if there is none
   */
  static AccessToken token(Reply reply) {
    JsonObject json = reply.json().orElseThrow(() -> reply.withoutCode("is not a JSON object"));
    Optional<String> error = json.text("error").filter(code -> !code.isEmpty());
    if (error.isPresent()) {
      throw failure(error.get(), reply);
    }
    Optional<String> token = json.text("access_token").filter(TOKEN.asMatchPredicate());
    if (reply.status() != 200 || token.isEmpty()) {
      throw reply.withoutCode("has no access token");
    }
    if (json.text("token_type").filter(type -> !type.equalsIgnoreCase("bearer")).isPresent()) {
      throw reply.incoherent("has a token that is no bearer token");
    }
    return new AccessToken(Sensitive.of(token.get()), lifetime(json, reply));
  }

  private static RuntimeException failure(String code, Reply reply) {
    if (ERRORS.row(code).isEmpty()) {
      return reply.coded(code).withoutCode("has an error that RFC 6749 does not have");
    }
    ERRORS.decide(code, reply);
    throw new IllegalStateException("every row of the table is a failure");
  }

  /** Seen as a number and as a text. */
  private static Duration lifetime(JsonObject json, Reply reply) {
    if (json.lacks("expires_in")) {
      return UNSAID;
    }
    return json.text("expires_in")
        .filter(SECONDS.asMatchPredicate())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElseThrow(
            () -> reply.incoherent("has a token whose expires_in is no number of seconds"));
  }
}
