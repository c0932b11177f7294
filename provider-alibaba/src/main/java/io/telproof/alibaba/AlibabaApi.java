package io.telproof.alibaba;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One product of Alibaba Cloud: how a question is put, and the envelope that every reply comes in,
 * the gateway's own refusals among them. What the codes inside mean is each operation's business.
 * The vendor's messages are never read: they quote what was sent. Thread-safe.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/openapi/user-guide/api-error-diagnosis">API
 *     error diagnosis</a>
 */
final class AlibabaApi {
  /** The numbers that all but cams serve. */
  static final Coverage MAINLAND = Coverage.callingCode(86);

  /** {@code RequestBody.EMPTY} is not there in OkHttp 4. */
  private static final RequestBody NO_BODY = RequestBody.create(new byte[0]);

  private static final Set<String> CLOCK_REFUSALS =
      Set.of("InvalidTimeStamp.Expired", "IllegalTimestamp");

  private static final Pattern MILLISECONDS = Pattern.compile("0{0,8}[1-9][0-9]{0,11}");
  private static final JsonObject NOTHING =
      JsonObject.parse(JsonObject.write(Map.of())).orElseThrow();

  private final String provider;
  private final Product product;
  private final HttpUrl url;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;
  private final Time time;

  AlibabaApi(
      String provider,
      Product product,
      Endpoint endpoint,
      Gateway gateway,
      AccountRateLimiters limiters,
      Time time) {
    this.provider = provider;
    this.product = product;
    this.url = endpoint.url();
    this.gateway = gateway;
    this.limiters = limiters;
    this.time = time;
  }

  /**
   * Whether the vendor refused a request because our clock is not its own. It is sent once more
   * then, so that the refusal is to be this request's own.
   *
   * @throws VerificationException PROTOCOL if it is the refusal of an earlier one
   */
  static boolean refusedForTheClock(Reply reply) {
    Optional<JsonObject> refusal =
        reply
            .json()
            .filter(
                json -> first(json, "Code", "code").filter(CLOCK_REFUSALS::contains).isPresent());
    refusal.ifPresent(json -> reply.identified(requestId(json)));
    return refusal.isPresent();
  }

  private static Optional<String> requestId(JsonObject json) {
    return first(json, "RequestId", "requestId", "requestid");
  }

  /** The limits of an operation of this account. */
  RateLimiter limiter(Offer offer) {
    return limiters.limiter(offer);
  }

  /** The answer to a question that is not put, because the vendor does not serve such a contact. */
  <V> Answer<V> notCovered(String operation) {
    return new Answer.Unknown<>(Gap.NOT_COVERED, Receipt.unsent(provider, operation, time.now()));
  }

  Instant now() {
    return time.now();
  }

  /** The failure of a question that cannot be put. */
  VerificationException refused(String operation, String why) {
    return new VerificationException(
        Failure.of(FailureKind.INVALID_REQUEST, provider, operation, why + "; nothing was sent"));
  }

  /**
   * Puts a question.
   *
   * @param decode what the operation makes of a reply
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> ask(
      String operation,
      RateLimiter limiter,
      Map<String, String> parameters,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    OutgoingRequest outgoing = outgoing(operation, limiter, Rfc3986.parameters(parameters));
    return gateway.ask(outgoing, context, decode);
  }

  private OutgoingRequest outgoing(String operation, RateLimiter limiter, String parameters) {
    Request.Builder request =
        new Request.Builder()
            .header("Accept", "application/json")
            .header("x-acs-action", operation)
            .header("x-acs-version", product.version())
            .post(NO_BODY);
    byte[] body =
        switch (product.carriage()) {
          case FORM -> {
            request.url(url).header("Content-Type", "application/x-www-form-urlencoded");
            yield parameters.getBytes(StandardCharsets.UTF_8);
          }
          case QUERY -> {
            request.url(url.newBuilder().encodedQuery(parameters).build());
            yield new byte[0];
          }
        };
    return new OutgoingRequest(operation, limiter, request.build(), body);
  }

  /**
   * Takes a reply out of its envelope.
   *
   * @param product whose envelope it is
   * @param codes what the codes in {@code Code} mean; the one of success reads on
   * @param read reads the result of a success; where that has none, an empty one
   * @throws VerificationException if there is no answer
   */
  static <V> Answer<V> open(
      Reply reply,
      Product product,
      CodeTable<V> codes,
      BiFunction<JsonObject, Reply, Answer<V>> read) {
    Reply waiting = reply.retryAfter(reply.header("x-acs-retry-after").flatMap(AlibabaApi::wait));
    JsonObject json = reply.json().orElseThrow(() -> waiting.withoutCode("is not a JSON object"));
    Reply identified = waiting.identified(requestId(json));
    String code =
        first(json, "Code", "code")
            .orElseThrow(
                () ->
                    succeeded(json, product)
                        ? identified.incoherent("has no Code, although it tells of a success")
                        : identified.withoutCode("has no Code"));
    return codes.decide(
        code,
        identified,
        success -> read.apply(json.object(product.holder()).orElse(NOTHING), good(json, success)));
  }

  /** Whether anything beside a code tells of a success. */
  private static boolean succeeded(JsonObject json, Product product) {
    return json.text("Success").filter("true"::equalsIgnoreCase).isPresent()
        || json.object(product.holder()).isPresent();
  }

  /** The same reply, where nothing beside its code contradicts the success. */
  private static Reply good(JsonObject json, Reply success) {
    if (success.status() != 200) {
      throw success.incoherent("has the code of success, although its status is not 200");
    }
    if (json.text("Success").filter("false"::equalsIgnoreCase).isPresent()) {
      throw success.failed(
          FailureKind.PROTOCOL, Charge.POSSIBLE, "the reply has the code of success and denies it");
    }
    return success;
  }

  /** The field of a result that holds the verdict. */
  static String verdict(JsonObject result, String field, Reply reply) {
    return result
        .text(field)
        .filter(verdict -> !verdict.isEmpty())
        .orElseThrow(() -> reply.incoherent("has no " + field));
  }

  /** The gateways in front of the products do not agree on capitals. */
  private static Optional<String> first(JsonObject json, String... spellings) {
    for (String field : spellings) {
      Optional<String> text = json.text(field);
      if (text.isPresent() && !text.get().isEmpty()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** Some gateways send the header empty, or count below zero. */
  private static Optional<Duration> wait(String header) {
    String text = header.strip();
    return MILLISECONDS.matcher(text).matches()
        ? Optional.of(Duration.ofMillis(Long.parseLong(text)))
        : Optional.empty();
  }
}
