package io.telproof.testkit;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * How the vendor of a harness gives access tokens. The vendor itself gives them, in its {@code
 * answer}: it looks who asks, gives a token that it never gave before, of 16 characters or more and
 * for an hour, and takes a question for well signed where it gave the token in it, with the scope
 * that the question needs. When a token ends, and that one is revoked, is the kit's business. The
 * kit counts no exchange of a token as a question.
 *
 * <p>Of an exchange the vendor's {@link ReceivedRequest} says whether the proof of who asks is
 * good, has the scope in the field {@code scope}, and the person as its contact where the token is
 * about one.
 *
 * <p>A vendor that follows OAuth 2.0 needs one line: {@code request ->
 * request.path().equals("/token")}.
 */
@FunctionalInterface
public interface TokenEndpoint {
  /**
   * {@return whether this request asks for a token, and is no question}
   *
   * @param request the request that the scripted vendor received
   */
  boolean isExchange(VendorRequest request);

  /**
   * {@return the token in the vendor's reply, where it gave one: as RFC 6749 has it, unless it
   * differs}
   *
   * @param reply the vendor's reply
   */
  default Optional<AccessToken> token(VendorReply reply) {
    return Json.object(reply.body())
        .filter(json -> json.path("access_token").isTextual() && reply.status() == 200)
        .map(
            json ->
                new AccessToken(
                    Sensitive.of(json.path("access_token").asText()),
                    Duration.ofSeconds(json.path("expires_in").asLong(300))));
  }

  /**
   * {@return the reply that gives this token: as RFC 6749 has it, unless the vendor differs}
   *
   * @param token the access token
   * @param heard what the vendor read in the request
   */
  default VendorReply reply(AccessToken token, ReceivedRequest heard) {
    return VendorReply.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(token.value().reveal(), token.lifetime().toSeconds()),
        heard);
  }

  /**
   * {@return whether this reply to a question refuses its token, so that the question is put once
   * more with a new one: what the provider's {@link io.telproof.spi.http.Authorizer} says of it} A
   * 401 that is UNAUTHORIZED and free, unless the vendor differs.
   *
   * @param example the reply of the vendor's pages
   */
  default boolean refuses(ReplyExample example) {
    return example.status() == 401
        && example.charge() == Charge.FREE
        && example.means() instanceof Meaning.Failed<?> fails
        && fails.kind() == FailureKind.UNAUTHORIZED;
  }
}
