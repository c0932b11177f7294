package io.telproof.spi.http;

import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import okhttp3.Request;

/**
 * A vendor's way to give access tokens, for a vendor whose questions are not signed but carry one.
 * It says how a token is asked for and what a reply means; the {@link Gateway} does the rest. It
 * keeps a token for each scope, gets a new one in good time beside the questions, lets those who
 * ask at the same time wait for the same one, and sends a question once more, with a new token,
 * where the vendor refused the old one.
 *
 * <p>To ask for a token is never billed, and so may be done again: what goes wrong with it is
 * UNAVAILABLE, UNAUTHORIZED, ACCOUNT, THROTTLED or QUOTA, free, and the question was not sent.
 *
 * <p>Pure: the same inputs give the same request. Implementations are thread-safe. {@link
 * io.telproof.spi.http.oauth} has those of OAuth 2.0.
 */
public interface Authorizer {
  /**
   * {@return the request that asks for a token; see {@link OutgoingRequest#forToken}}
   *
   * @param grant what the token is to be good for
   * @param credentials what the account proves itself with
   * @param at the time to sign for, by the vendor's clock
   * @param nonce 32 hexadecimal digits from a secure source, never given twice
   */
  OutgoingRequest request(Grant grant, Credentials credentials, Instant at, String nonce);

  /**
   * {@return the token in a reply of any HTTP status}
   *
   * @param reply the reply of the token endpoint
   * @throws VerificationException if there is none; its charge does not count, and a kind that
   *     means a doubt or a bill comes to UNAVAILABLE
   */
  AccessToken token(Reply reply);

  /**
   * {@return the request of a question with its token: as a bearer token, unless the vendor
   * differs}
   *
   * @param request the request as the provider made it
   * @param token the access token that is kept for the request
   */
  default Request authorize(Request request, Sensitive token) {
    return request.newBuilder().header("Authorization", "Bearer " + token.reveal()).build();
  }

  /**
   * {@return whether the reply to a question refuses its token, so that a new one may do} It counts
   * only where the operation takes the same reply for UNAUTHORIZED and free. Every 401, unless the
   * vendor differs.
   *
   * @param reply the reply to a request that carried a token
   */
  default boolean refused(Reply reply) {
    return reply.status() == 401;
  }
}
