package io.telproof.spi.http;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** A gateway to a test's server, and one question that is asked through it. */
final class Line implements AutoCloseable {
  static final String CANARY = "13912340007";
  static final String NAME_CANARY = "陈小鸟";
  static final String KEY_CANARY = "CanaryKey0815";
  static final String CONTENT_TYPE = "application/json";
  static final byte[] BODY =
      ("{\"Mobile\":\"" + CANARY + "\",\"Name\":\"" + NAME_CANARY + "\"}")
          .getBytes(StandardCharsets.UTF_8);

  final CountingRateLimiter limiter = new CountingRateLimiter();
  final Gateway gateway;

  Line() {
    this(Time.system(), UnaryOperator.identity());
  }

  Line(Time time, UnaryOperator<OkHttpClient.Builder> transport) {
    this(time, Line::sign, transport);
  }

  Line(Network network) {
    this(network, UnaryOperator.identity());
  }

  Line(Network network, UnaryOperator<OkHttpClient.Builder> transport) {
    this(Time.system(), Line::sign, network, transport);
  }

  Line(Time time, Signer signer, UnaryOperator<OkHttpClient.Builder> transport) {
    this(time, signer, Network.standard(), transport);
  }

  private Line(
      Time time, Signer signer, Network network, UnaryOperator<OkHttpClient.Builder> transport) {
    Credentials credentials =
        new Credentials(
            Sensitive.of("id-" + KEY_CANARY),
            Sensitive.of("secret-" + KEY_CANARY),
            Optional.of(Sensitive.of("token-" + KEY_CANARY)));
    gateway =
        new Gateway(
            "main",
            time,
            signer,
            () -> credentials,
            Line::clockRefused,
            new VendorProfile(time),
            new Transport(network, transport));
  }

  private static boolean clockRefused(Reply reply) {
    if (reply.status() == 401) {
      String id = new String(reply.body(), StandardCharsets.UTF_8);
      if (id.startsWith("id-")) {
        reply.identified(Optional.of(id));
      }
    }
    return reply.status() == 401;
  }

  static Request sign(
      Request request, byte[] body, Credentials credentials, java.time.Instant at, String nonce) {
    return request
        .newBuilder()
        .header("X-Signed-At", at.toString())
        .header("X-Signed-Bytes", Integer.toString(java.util.Arrays.hashCode(body)))
        .header("X-Nonce", nonce)
        .header("Authorization", "Test " + credentials.secret().reveal())
        .header("X-Token", credentials.token().orElseThrow().reveal())
        .build();
  }

  static OutgoingRequest question(String url, RateLimiter limiter) {
    Request request =
        new Request.Builder()
            .url(url + "/?Mobile=" + CANARY + "&Name=" + NAME_CANARY)
            .header("Content-Type", CONTENT_TYPE)
            .header("X-Number", CANARY)
            .post(okhttp3.RequestBody.EMPTY)
            .build();
    return new OutgoingRequest("MobileStatus", limiter, request, BODY);
  }

  /** What it takes to throw anything. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  Reply ask(String url, Duration within) {
    return reply(gateway, question(url, limiter), CallContext.within(within));
  }

  /** Whatever comes back for one question. */
  static Reply reply(Gateway gateway, OutgoingRequest request, CallContext context) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    gateway.ask(
        request,
        context,
        came -> {
          reply.complete(came);
          return came.known("whatever", Charge.FREE);
        });
    return reply.join();
  }

  /** The failure in which this question ends; an answer is the test's failure. */
  VerificationException failure(String url, Duration within) {
    try {
      Reply reply = ask(url, within);
      throw new AssertionError("expected a failure, but got " + reply);
    } catch (VerificationException e) {
      return e;
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
