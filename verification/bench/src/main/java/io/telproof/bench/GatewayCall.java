package io.telproof.bench;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.http.Signer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import io.telproof.tencent.TencentInside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Asks Tencent by Telproof's gateway, with a limit that nobody reaches; the body is written and the
 * reply is read as by hand. Thread-safe.
 */
final class GatewayCall implements Function<String, String> {
  private final Gateway gateway;
  private final RateLimiter limiter;
  private final Request request;

  /** A gateway of this address, which signs so. */
  GatewayCall(String url, Signer signer) {
    Time time = Time.system();
    this.gateway =
        ProviderEnvironment.local(time)
            .gateway("main", signer, TencentInside::credentials, reply -> false);
    this.limiter = RateLimiters.local(time).limiter("bench/tenure", TencentInside.LIMITS);
    this.request =
        new Request.Builder()
            .url(url)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-TC-Action", HandTencentCall.ACTION)
            .header("X-TC-Version", "2018-03-01")
            .post(RequestBody.create(new byte[0]))
            .build();
  }

  /** The signature by hand. */
  static Signer signedByHand(String url) {
    String host = URI.create(url).getAuthority();
    HandTc3 signature =
        new HandTc3(
            "AKIDtelproofsandbox", "telproof-sandbox-secret-key", host, HandTencentCall.ACTION);
    return new Signer() {
      @Override
      public boolean takesNonce() {
        return false;
      }

      @Override
      public Request sign(
          Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
        long second = at.getEpochSecond();
        return request
            .newBuilder()
            .header("Host", host)
            .header("X-TC-Timestamp", Long.toString(second))
            .header("Authorization", signature.authorization(body, second))
            .build();
      }
    };
  }

  @Override
  public String apply(String number) {
    byte[] body = ("{\"Mobile\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
    Answer<String> answer =
        gateway.ask(
            new OutgoingRequest(HandTencentCall.ACTION, limiter, request, body),
            CallContext.within(Asker.PATIENCE),
            GatewayCall::range);
    if (answer instanceof Answer.Known<String> known) {
      return known.value();
    }
    throw new IllegalStateException("no answer of this bench is unknown");
  }

  private static Answer<String> range(Reply reply) {
    if (reply.status() != 200) {
      throw new IllegalStateException("the status is " + reply.status());
    }
    try {
      return reply.known(HandOkHttp.text(reply.body(), "Range"), Charge.CHARGED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
