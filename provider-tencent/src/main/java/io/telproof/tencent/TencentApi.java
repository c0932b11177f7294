package io.telproof.tencent;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.Receipt;
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
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One product of Tencent Cloud's API 3.0: how a question is put, and the envelope that every reply
 * comes in. What the codes inside mean is each operation's own business. Thread-safe.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/1061/36937">Responses</a>
 */
final class TencentApi {
  /** Where the day begins by which the vendor counts what it answers of a number; no page says. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** The numbers that faceid and domain serve. */
  static final Coverage MAINLAND = Coverage.callingCode(86);

  /** No page of the product domain names a price, or says that there is none. */
  static final String NO_PRICE = "not stated";

  /** What sending a code of the product domain is for. */
  static final String CODES_FOR_OWNER =
      "sends codes for contacts of the account's owner, who registers domain names";

  /** What a code of the product domain is good for. */
  static final String CONTACTS_OF_OWNER =
      "registers a contact of the account's owner, for domain names";

  private final String provider;
  private final Endpoint endpoint;
  private final String version;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;
  private final Time time;
  private final ConcurrentMap<String, Request> requests = new ConcurrentHashMap<>();

  TencentApi(
      String provider,
      Endpoint endpoint,
      String version,
      Gateway gateway,
      AccountRateLimiters limiters,
      Time time) {
    this.provider = provider;
    this.endpoint = endpoint;
    this.version = version;
    this.gateway = gateway;
    this.limiters = limiters;
    this.time = time;
  }

  /**
   * Whether the vendor refused a request because our clock is not its own. It is sent once more
   * then, so that the refusal is to be this request's own.
   *
   * @throws io.telproof.VerificationException PROTOCOL if it is the refusal of an earlier one
   */
  static boolean refusedForTheClock(Reply reply) {
    Optional<JsonObject> response = reply.json().flatMap(json -> json.object("Response"));
    boolean refused =
        response
            .flatMap(each -> each.object("Error"))
            .flatMap(error -> error.text("Code"))
            .filter("AuthFailure.SignatureExpire"::equals)
            .isPresent();
    if (refused) {
      reply.identified(response.flatMap(each -> each.text("RequestId")));
    }
    return refused;
  }

  /** The limits of an operation of this account. */
  RateLimiter limiter(Offer offer) {
    return limiters.limiter(offer);
  }

  /** The answer to a question that is not put, because the vendor does not serve such a number. */
  <V> Answer<V> notCovered(String operation) {
    return new Answer.Unknown<>(Gap.NOT_COVERED, Receipt.unsent(provider, operation, time.now()));
  }

  /**
   * Puts a question.
   *
   * @param fields the parameters, in the order in which they are sent
   * @param decode what the operation makes of a reply
   * @throws io.telproof.VerificationException if there is no answer
   */
  <V> Answer<V> ask(
      String operation,
      RateLimiter limiter,
      Map<String, ?> fields,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    Request request = requests.computeIfAbsent(operation, this::request);
    return gateway.ask(
        new OutgoingRequest(operation, limiter, request, JsonObject.write(fields)),
        context,
        decode);
  }

  /** What is the same for all questions of an operation. */
  private Request request(String operation) {
    return new Request.Builder()
        .url(endpoint.url())
        .header("Content-Type", "application/json; charset=utf-8")
        .header("X-TC-Action", operation)
        .header("X-TC-Version", version)
        .post(RequestBody.create(new byte[0]))
        .build();
  }

  /**
   * Takes a reply out of its envelope.
   *
   * @param errors what the codes in {@code Error.Code} mean
   * @param read reads a response without an error
   * @throws io.telproof.VerificationException if there is no answer
   */
  static <V> Answer<V> open(
      Reply reply, CodeTable<V> errors, BiFunction<JsonObject, Reply, Answer<V>> read) {
    JsonObject response =
        reply
            .json()
            .orElseThrow(() -> reply.withoutCode("is not a JSON object"))
            .object("Response")
            .orElseThrow(() -> reply.withoutCode("has no Response"));
    Reply identified = reply.identified(response.text("RequestId"));
    if (!response.lacks("Error")) {
      String code =
          response
              .object("Error")
              .flatMap(error -> error.text("Code"))
              .orElseThrow(() -> identified.withoutCode("has an Error without a Code"));
      return errors.decide(code, identified);
    }
    if (reply.status() != 200) {
      throw identified.incoherent("has no Error, although its status is not 200");
    }
    return read.apply(response, identified);
  }

  /**
   * The same reply, where its response says that the question was carried out. The operations of
   * the product domain have no verdict: that there is no error, and an id that the vendor gave to
   * the request, is all there is.
   */
  static Reply carriedOut(JsonObject response, Reply reply) {
    if (response.text("RequestId").filter(id -> !id.isEmpty()).isEmpty()) {
      throw reply.incoherent("has neither an Error nor a RequestId");
    }
    return reply;
  }

  /** The verdict of a response, which every phone check of the vendor calls Result. */
  static String result(JsonObject response, Reply reply) {
    return response
        .text("Result")
        .filter(result -> !result.isEmpty())
        .orElseThrow(() -> reply.incoherent("has no Result"));
  }
}
