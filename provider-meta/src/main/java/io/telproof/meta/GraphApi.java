package io.telproof.meta;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.VerificationException;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * How the pool of a business is asked, and what every reply has in common. A number may stand in
 * the URL: no URL is written anywhere. Thread-safe.
 */
final class GraphApi {
  private static final byte[] NO_BODY = {};

  private final HttpUrl pool;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;
  private final Time time;

  GraphApi(String provider, MetaSettings settings, ProviderEnvironment environment) {
    this.pool = settings.graph().url().newBuilder().addPathSegments(settings.pool()).build();
    this.gateway =
        environment.gateway(
            provider,
            new BearerToken(settings.appSecret()),
            environment.credentials(settings.credentials()),
            reply -> false);
    this.limiters = AccountRateLimiters.of(environment, settings.graph(), settings.credentials());
    this.time = environment.time();
  }

  /** The limit of an operation of this business. */
  RateLimiter limiter(Offer offer) {
    return limiters.limiter(offer);
  }

  /** What deadlines are counted by. */
  Time time() {
    return time;
  }

  /**
   * Asks once.
   *
   * @param parameters of the query, in the map's order
   * @param decode what the operation makes of a reply
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> ask(
      String operation,
      RateLimiter limiter,
      Map<String, String> parameters,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    HttpUrl.Builder url = pool.newBuilder();
    parameters.forEach(url::addQueryParameter);
    Request request =
        new Request.Builder().url(url.build()).header("Accept", "application/json").build();
    return gateway.ask(new OutgoingRequest(operation, limiter, request, NO_BODY), context, decode);
  }

  /**
   * What a reply comes to: its error, where it has one, and else its content.
   *
   * @param read reads the content of a reply with the status 200
   * @throws VerificationException if there is no answer
   */
  static <V> Answer<V> open(Reply reply, BiFunction<JsonObject, Reply, Answer<V>> read) {
    JsonObject json = reply.json().orElseThrow(() -> reply.withoutCode("is not a JSON object"));
    Optional<JsonObject> error = json.object("error");
    Reply identified = reply.identified(trace(error, reply));
    if (error.isPresent()) {
      return GraphErrors.refusal(error.get(), identified);
    }
    if (!json.lacks("error")) {
      throw identified.withoutCode("has an error that is no object");
    }
    if (identified.status() != 200) {
      throw identified.withoutCode("has no error");
    }
    return read.apply(json, identified);
  }

  /** The id is in an error. Beside an answer it is on no page, but in this header in practice. */
  private static Optional<String> trace(Optional<JsonObject> error, Reply reply) {
    return error
        .flatMap(found -> found.text("fbtrace_id"))
        .filter(id -> !id.isEmpty())
        .or(() -> reply.header("x-fb-trace-id"));
  }

  void close() {
    gateway.close();
  }
}
