package io.telproof.spi.http;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.internal.Nonce;
import io.telproof.spi.http.internal.RequestIds;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.Request;

/**
 * The way to one vendor's API that never bills twice: waits for a permit, signs, sends once, and
 * names every way in which this fails. Thread-safe.
 *
 * <p>Nothing here repeats a request but what the vendor refused for its time stamp or for its
 * credentials, and so did not carry out: {@link RefusalRecovery} does that, once for each.
 */
public final class Gateway implements AutoCloseable {
  private final String provider;
  private final Time time;
  private final Signer signer;
  private final VendorProfile profile;
  private final CredentialsSource credentials;
  private final RefusalRecovery recovery;
  private final RequestIds ids = new RequestIds();
  private final Transport transport;
  private final Optional<Tokens> tokens;

  Gateway(
      String provider,
      Time time,
      Signer signer,
      CredentialsSource credentials,
      Predicate<Reply> clockRefused,
      VendorProfile profile,
      Transport transport) {
    this(provider, time, signer, credentials, Optional.empty(), clockRefused, profile, transport);
  }

  private Gateway(
      String provider,
      Time time,
      Signer signer,
      CredentialsSource credentials,
      Optional<Tokens> tokens,
      Predicate<Reply> clockRefused,
      VendorProfile profile,
      Transport transport) {
    this.provider = provider;
    this.time = time;
    this.signer = signer;
    this.profile = profile;
    this.credentials = credentials;
    this.tokens = tokens;
    this.recovery = new RefusalRecovery(clockRefused, profile, time);
    this.transport = transport;
  }

  /**
   * {@return a gateway for one provider, which closes it} A provider gets its own from {@link
   * io.telproof.spi.ProviderEnvironment#gateway}.
   *
   * @param provider the provider's name in the configuration
   * @param time the clock that deadlines are counted by
   * @param signer what signs each request
   * @param credentials where the credentials of each request come from
   * @param clockRefused tells a reply that refuses the clock of the request
   * @param profile what is learnt of the vendor as it answers
   * @param network how connections are made
   */
  public static Gateway open(
      String provider,
      Time time,
      Signer signer,
      CredentialsSource credentials,
      Predicate<Reply> clockRefused,
      VendorProfile profile,
      Network network) {
    return new Gateway(
        provider, time, signer, credentials, clockRefused, profile, new Transport(network));
  }

  /**
   * {@return a gateway for one provider whose questions carry access tokens; the provider closes
   * it} It gets its own from {@link io.telproof.spi.ProviderEnvironment#gateway(String, Authorizer,
   * CredentialsSource)}.
   *
   * @param provider the provider's name in the configuration
   * @param time the clock that deadlines are counted by
   * @param authorizer what asks for an access token and puts it into a request
   * @param credentials what tokens are got with
   * @param profile what is learnt of the vendor as it answers
   * @param network how connections are made
   */
  public static Gateway open(
      String provider,
      Time time,
      Authorizer authorizer,
      CredentialsSource credentials,
      VendorProfile profile,
      Network network) {
    Transport transport = new Transport(network);
    TokenExchange exchange = new TokenExchange(provider, authorizer, profile, transport, time);
    return new Gateway(
        provider,
        time,
        new TokenSigner(authorizer),
        credentials,
        Optional.of(new Tokens(exchange, credentials, transport::execute)),
        // Of a question without a time stamp no clock can be refused.
        reply -> false,
        profile,
        transport);
  }

  /**
   * Sends one question and answers with what the operation makes of the reply, of any HTTP status.
   * A reply that the operation takes for a refusal of the credentials, UNAUTHORIZED and free, is
   * made good where others are in use by then, or with a new access token: see {@link
   * RefusalRecovery}.
   *
   * <p>An interrupt ends every wait, but not a request that has been sent: that one is left to
   * finish within the caller's time, because cutting it off would only turn an answer into a doubt.
   * The thread's interrupt flag is set again.
   *
   * @param <V> the type of the value that is asked for
   * @param request the request
   * @param context how long the caller waits, and how it names the question
   * @param decode what the operation makes of a reply
   * @return the answer that {@code decode} makes of the reply
   * @throws VerificationException what {@code decode} throws; THROTTLED if the wait for a permit
   *     would outlast the time given, or leave less of it than this operation's replies have been
   *     taking; UNAUTHORIZED if the keys cannot be had or used; what {@link Authorizer} says, free,
   *     if there is no access token; UNAVAILABLE if nothing was sent; INDETERMINATE if the reply
   *     was lost; PROTOCOL if it is larger than 1 MiB, INDETERMINATE beside a 5xx
   */
  public <V> Answer<V> ask(
      OutgoingRequest request, CallContext context, Function<Reply, Answer<V>> decode) {
    if (transport.closed()) {
      throw Exchange.closed(provider, request.operation());
    }
    Deadline deadline = Deadline.in(context.within(), time);
    setUp(request);
    if (tokens.isEmpty()) {
      return ask(request, context.longestWait(), credentials, decode, deadline);
    }
    TokenCredentials token = tokens.get().credentials(request, deadline);
    return ask(
        request,
        context.longestWait(),
        token,
        reply -> {
          token.look(reply);
          return decode.apply(reply);
        },
        deadline);
  }

  private <V> Answer<V> ask(
      OutgoingRequest request,
      Duration longestWait,
      CredentialsSource source,
      Function<Reply, Answer<V>> decode,
      Deadline deadline) {
    HeldConnection connection = new HeldConnection();
    try {
      return recovery.ask(
          source,
          attempt -> send(request, longestWait, attempt, deadline, connection),
          decode,
          deadline);
    } finally {
      connection.free();
    }
  }

  /** Before a permit is there, whose time would go by meanwhile. */
  private void setUp(OutgoingRequest request) {
    try {
      transport.setUp(request.request().url());
    } catch (IllegalStateException e) {
      throw new VerificationException(
          Failure.of(
              FailureKind.UNAVAILABLE,
              provider,
              request.operation(),
              e.getMessage() + "; nothing was sent; look at the trust store of this Java"));
    }
  }

  private Reply send(
      OutgoingRequest request,
      Duration longestWait,
      SigningAttempt attempt,
      Deadline deadline,
      HeldConnection connection) {
    // The reply before this one was a refusal, and has been looked at.
    connection.free();
    if (tokens.isPresent()) {
      // Before a permit is there, whose time would go by meanwhile; or it fails and wastes none.
      credentials(request, attempt);
    }
    Exchange exchange =
        new Exchange(
            provider, request, deadline, longestWait, profile.response(request.operation()), time);
    try (Permit permit = exchange.permit()) {
      return exchange.send(signed(request, attempt), permit, transport, ids, connection);
    }
  }

  private Request signed(OutgoingRequest request, SigningAttempt attempt) {
    try {
      Instant at = attempt.at();
      String nonce = signer.takesNonce() ? Nonce.next() : "";
      return signer.sign(request.request(), request.body(), attempt.credentials(), at, nonce);
    } catch (VerificationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unsigned(request, e);
    }
  }

  private void credentials(OutgoingRequest request, SigningAttempt attempt) {
    try {
      Credentials unused = attempt.credentials();
    } catch (VerificationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unsigned(request, e);
    }
  }

  private VerificationException unsigned(OutgoingRequest request, RuntimeException e) {
    // What was thrown may quote a key, as OkHttp does of a header: its class is all that is told.
    return new VerificationException(
        Failure.of(
            FailureKind.UNAUTHORIZED,
            provider,
            request.operation(),
            "the request could not be signed ("
                + e.getClass().getSimpleName()
                + "); nothing was sent; look at the keys and at where they come from"));
  }

  /** Lets go of connections and threads; what was sent is left to finish. Twice does nothing. */
  @Override
  public void close() {
    transport.close();
  }
}
