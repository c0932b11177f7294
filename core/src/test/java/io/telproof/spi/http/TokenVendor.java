package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;

import io.telproof.Sensitive;
import io.telproof.spi.http.RawServer.RawRequest;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.http.oauth.ClientCredentialsGrant;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** A vendor with a token endpoint: each token is another one, unless a script says otherwise. */
final class TokenVendor implements AutoCloseable {
  static final String SECRET = "secret-" + Line.KEY_CANARY;

  /** What a token reply does in place of a token. */
  final Deque<RawServer.Script> tokenScripts = new ConcurrentLinkedDeque<>();

  /** What the replies to questions are in place of a 200. */
  final Deque<String> replies = new ConcurrentLinkedDeque<>();

  private final AtomicInteger tokens = new AtomicInteger();
  private final RawServer server = new RawServer(this::play);
  private final int lifetime;

  TokenVendor() throws IOException {
    this(3600);
  }

  TokenVendor(int lifetime) throws IOException {
    this.lifetime = lifetime;
  }

  private void play(RawServer.Peer peer) throws IOException, InterruptedException {
    while (true) {
      RawRequest request = peer.request();
      if (!isForToken(request)) {
        String reply = replies.poll();
        peer.write(reply == null ? ok("{}") : reply);
        continue;
      }
      RawServer.Script script = tokenScripts.poll();
      if (script == null) {
        peer.write(token());
      } else {
        script.play(peer);
      }
    }
  }

  /** A reply with a new token. */
  String token() {
    return ok(
        "{\"access_token\":\"token-%d-%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(tokens.incrementAndGet(), Line.KEY_CANARY, lifetime));
  }

  private static boolean isForToken(RawRequest request) {
    return request.line().startsWith("POST /token ");
  }

  Authorizer authorizer() {
    return new ClientCredentialsGrant(
        Endpoint.of(url() + "/token"), ClientAuthentication.CLIENT_SECRET_BASIC);
  }

  static Credentials credentials(String id) {
    return Credentials.of(Sensitive.of(id), Sensitive.of(SECRET));
  }

  Request question() {
    return new Request.Builder()
        .url(url() + "/ask")
        .header("Content-Type", Line.CONTENT_TYPE)
        .post(okhttp3.RequestBody.EMPTY)
        .build();
  }

  String url() {
    return server.url("http");
  }

  void untilHeard(int requests) throws InterruptedException {
    server.untilHeard(requests);
  }

  /** The scopes that tokens were asked for. */
  List<RawRequest> tokenRequests() {
    return server.heard().stream().filter(TokenVendor::isForToken).toList();
  }

  /** The number of the token that each question had, in their order. */
  List<String> tokensOfQuestions() {
    return server.heard().stream()
        .filter(request -> !isForToken(request))
        .map(request -> request.header("authorization").replaceAll("Bearer token-(\\d+)-.*", "$1"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
