package io.telproof.spi;

import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Quota.Turn;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import okhttp3.Request;

/**
 * The way to one vendor's API that never bills twice: waits for a turn, signs, sends once, and
 * names every way in which this fails. Thread-safe.
 *
 * <p>Nothing here repeats a request but in one case: the vendor refused it for its time stamp and
 * told its own time. That request was not carried out; it is signed again for the vendor's time,
 * once, and the difference is kept.
 */
public final class Gateway implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String provider;
  private final Time time;
  private final Signer signer;
  private final CredentialsSource credentials;
  private final Predicate<Reply> clockRefused;
  private final VendorProfile profile;
  private final VendorClock clock;
  private final RequestIds ids = new RequestIds();
  private final Transport transport;

  Gateway(
      String provider,
      Time time,
      Signer signer,
      CredentialsSource credentials,
      Predicate<Reply> clockRefused,
      VendorProfile profile,
      Transport transport) {
    this.provider = provider;
    this.time = time;
    this.signer = signer;
    this.credentials = credentials;
    this.clockRefused = clockRefused;
    this.profile = profile;
    this.clock = profile.clock();
    this.transport = transport;
  }

  /**
   * Sends one question and returns whatever came back, of any HTTP status.
   *
   * <p>An interrupt ends every wait, but not a request that has been sent: that one is left to
   * finish within the caller's time, because cutting it off would only turn an answer into a doubt.
   * The thread's interrupt flag is set again.
   *
   * @throws VerificationException THROTTLED if the wait for a turn would outlast the time given, or
   *     leave less of it than this operation's replies have been taking; UNAUTHORIZED if the keys
   *     cannot be had or used; UNAVAILABLE if nothing was sent; INDETERMINATE if the reply was
   *     lost; PROTOCOL if it is larger than 1 MiB, INDETERMINATE beside a 5xx
   */
  public Reply send(Outgoing outgoing, CallContext context) {
    if (transport.closed()) {
      throw Exchange.closed(provider, outgoing.operation());
    }
    Exchange exchange =
        new Exchange(provider, outgoing, context, profile.response(outgoing.operation()), time);
    try (Turn turn = exchange.turn()) {
      Instant signedFor = clock.now();
      Reply reply = exchange.send(signed(outgoing, signedFor), turn, transport, ids);
      if (!clockRefused.test(reply) || !clock.learn(reply, signedFor)) {
        return reply;
      }
    }
    try (Turn turn = exchange.turn()) {
      return exchange.send(signed(outgoing, clock.now()), turn, transport, ids);
    }
  }

  private Request signed(Outgoing outgoing, Instant at) {
    try {
      return signer.sign(outgoing.request(), outgoing.body(), credentials.current(), at, nonce());
    } catch (VerificationException e) {
      throw e;
    } catch (RuntimeException e) {
      // What was thrown may quote a key, as OkHttp does of a header: its class is all that is told.
      throw new VerificationException(
          Failure.of(
              Kind.UNAUTHORIZED,
              provider,
              outgoing.operation(),
              "the request could not be signed ("
                  + e.getClass().getSimpleName()
                  + "); nothing was sent; look at the keys and at where they come from"));
    }
  }

  private static String nonce() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Lets go of connections and threads; what was sent is left to finish. Twice does nothing. */
  @Override
  public void close() {
    transport.close();
  }
}
