package io.telproof.spi.http;

import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.internal.Nonce;
import io.telproof.spi.http.internal.RequestIds;
import io.telproof.spi.http.internal.ResponseTime;
import io.telproof.spi.http.internal.token.HeldToken;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;

/** Gets one token from a vendor, over the connections of its gateway. Thread-safe. */
final class TokenExchange {
  private final String provider;
  private final Authorizer authorizer;
  private final VendorProfile profile;
  private final Transport transport;
  private final RequestIds ids = new RequestIds();
  private final Time time;

  TokenExchange(
      String provider,
      Authorizer authorizer,
      VendorProfile profile,
      Transport transport,
      Time time) {
    this.provider = provider;
    this.authorizer = authorizer;
    this.profile = profile;
    this.transport = transport;
    this.time = time;
  }

  /** The provider whose tokens they are. */
  String provider() {
    return provider;
  }

  /** Whether the reply to a question refuses its token. */
  boolean refused(Reply reply) {
    return authorizer.refused(reply);
  }

  /**
   * Asks for a token, once.
   *
   * @throws VerificationException if there is none, of whatever kind
   */
  HeldToken token(Grant grant, Credentials credentials, Duration within) {
    OutgoingRequest request = request(grant, credentials);
    Stopwatch stopwatch = Stopwatch.start(time);
    try {
      AccessToken token = received(request, Deadline.in(within, time));
      return HeldToken.of(token.value(), token.lifetime(), stopwatch.elapsed(), time);
    } catch (VerificationException e) {
      throw e;
    } catch (RuntimeException e) {
      // What was thrown may quote a token: its class is all that is told.
      throw failed(
          FailureKind.UNAVAILABLE,
          request.operation(),
          "the reply cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private OutgoingRequest request(Grant grant, Credentials credentials) {
    try {
      return authorizer.request(grant, credentials, profile.now(), Nonce.next());
    } catch (RuntimeException e) {
      // What was thrown may quote a key, as OkHttp does of a header: its class is all that is told.
      throw failed(
          FailureKind.UNAUTHORIZED,
          "token",
          "the request for it could not be made ("
              + e.getClass().getSimpleName()
              + "); look at the keys and at where they come from");
    }
  }

  private AccessToken received(OutgoingRequest request, Deadline deadline) {
    transport.setUp(request.request().url());
    HeldConnection connection = new HeldConnection();
    // How long others took says nothing: it is not billed, and may be asked for in vain.
    Exchange exchange =
        new Exchange(provider, request, deadline, deadline.left(), new ResponseTime(time), time);
    try (Permit permit = exchange.permit()) {
      Reply reply = exchange.send(request.request(), permit, transport, ids, connection);
      return authorizer.token(reply);
    } finally {
      connection.free();
    }
  }

  private VerificationException failed(FailureKind kind, String operation, String what) {
    return new VerificationException(Failure.of(kind, provider, operation, what));
  }
}
