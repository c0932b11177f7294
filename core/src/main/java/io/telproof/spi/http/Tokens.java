package io.telproof.spi.http;

import io.telproof.spi.http.internal.token.SharedToken;
import io.telproof.spi.time.Deadline;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one provider: one for each scope and for each of the credentials that they
 * were got with. Thread-safe.
 */
final class Tokens {
  private record Key(Grant grant, Credentials credentials) {
    @Override
    public String toString() {
      return "Key[***]";
    }
  }

  private final ConcurrentMap<Key, SharedToken> kept = new ConcurrentHashMap<>();
  private final TokenExchange exchange;
  private final CredentialsSource source;
  private final Executor threads;

  /**
   * With no token yet.
   *
   * @param source what tokens are got with
   * @param threads where they are got, beside the questions
   */
  Tokens(TokenExchange exchange, CredentialsSource source, Executor threads) {
    this.exchange = exchange;
    this.source = source;
    this.threads = threads;
  }

  /** What a question is authorized with. */
  TokenCredentials credentials(OutgoingRequest request, Deadline deadline) {
    return new TokenCredentials(exchange, request, this, source, deadline);
  }

  /** The token that a grant needs. One about a person is nobody else's, and not kept. */
  SharedToken token(Grant grant, Credentials credentials) {
    if (grant.subject().isPresent()) {
      return made(grant, credentials);
    }
    Key key = new Key(grant, credentials);
    @Nullable SharedToken known = kept.get(key);
    if (known != null) {
      return known;
    }
    // Of credentials that changed, nobody asks again.
    kept.values().removeIf(SharedToken::isOver);
    return kept.computeIfAbsent(key, unseen -> made(grant, credentials));
  }

  private SharedToken made(Grant grant, Credentials credentials) {
    return new SharedToken(
        exchange.provider(), within -> exchange.token(grant, credentials, within), threads);
  }
}
