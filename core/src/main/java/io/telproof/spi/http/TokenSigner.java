package io.telproof.spi.http;

import java.time.Instant;
import okhttp3.Request;

/** Puts the access token into a question, in the way of its vendor. Thread-safe. */
final class TokenSigner implements Signer {
  private final Authorizer authorizer;

  TokenSigner(Authorizer authorizer) {
    this.authorizer = authorizer;
  }

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    return authorizer.authorize(request, credentials.token().orElseThrow());
  }

  @Override
  public boolean takesNonce() {
    return false;
  }
}
