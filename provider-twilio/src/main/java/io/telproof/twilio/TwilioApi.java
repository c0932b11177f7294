package io.telproof.twilio;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * How Twilio is asked, and the shape that its refusals have in common. What the codes mean is each
 * operation's business. A question of Lookup stands in the URL, number and name and all: no URL is
 * written anywhere. Twilio's messages are never read: they may quote what was sent. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
 */
final class TwilioApi {
  /** Twilio limits each account for itself and names no number: this one is ours, and modest. */
  static final RateLimits LIMITS = RateLimits.perSecond(10);

  /** {@code RequestBody.EMPTY} is not there in OkHttp 4. */
  private static final RequestBody NO_BODY = RequestBody.create(new byte[0]);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final String provider;
  private final ProviderEnvironment environment;
  private final HttpUrl lookups;
  private final HttpUrl verify;
  private final CodeHandles handles;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;

  TwilioApi(String provider, TwilioSettings settings, ProviderEnvironment environment) {
    Endpoint lookup = settings.lookups();
    this.provider = provider;
    this.environment = environment;
    this.lookups = lookup.url();
    this.verify = settings.verify().url();
    CredentialsSource credentials = environment.credentials(settings.credentials());
    this.handles = environment.codeHandles(provider, credentials);
    this.gateway =
        environment.gateway(provider, new BasicAuthentication(), credentials, reply -> false);
    this.limiters = AccountRateLimiters.of(environment, lookup, settings.credentials());
  }

  /**
   * One operation of the vendor.
   *
   * @param name that of a package of Lookup, or of an operation of Verify
   */
  record Operation(String name, RateLimiter limiter) {}

  Operation operation(Offer offer) {
    return new Operation(offer.operation(), limiters.limiter(offer));
  }

  /** Binds the handles of codes to contacts: a code is looked up by its handle alone. */
  CodeHandles handles() {
    return handles;
  }

  /** The receipt of a question that is answered without asking. */
  Receipt unsent(Operation operation) {
    return Receipt.unsent(provider, operation.name(), now());
  }

  /** The answer to a question that is not served. */
  <V> Answer<V> notCovered(Operation operation) {
    return new Answer.Unknown<>(Gap.NOT_COVERED, unsent(operation));
  }

  Instant now() {
    return environment.time().now();
  }

  /** The failure of a question that cannot be put. */
  VerificationException refused(Operation operation, String why) {
    return new VerificationException(
        Failure.of(
            FailureKind.INVALID_REQUEST, provider, operation.name(), why + "; nothing was sent"));
  }

  /**
   * Asks for one package of Lookup and no other, because each is billed.
   *
   * @param told what the package wants to know beside the number
   * @param decode what the package makes of a reply
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> lookUp(
      Operation operation,
      PhoneNumber number,
      Map<String, String> told,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    HttpUrl.Builder url =
        lookups
            .newBuilder()
            .addPathSegments("v2/PhoneNumbers")
            .addEncodedPathSegment("%2B" + number.e164().substring(1))
            .addQueryParameter("Fields", operation.name());
    told.forEach(url::addQueryParameter);
    return ask(operation, new Request.Builder().url(url.build()), new byte[0], decode, context);
  }

  /**
   * Asks a service of Verify.
   *
   * @param resource the path beneath the service's
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> verify(
      Operation operation,
      String serviceSid,
      String resource,
      Map<String, String> told,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    Request.Builder request =
        new Request.Builder()
            .url(
                verify
                    .newBuilder()
                    .addPathSegments("v2/Services/" + serviceSid + "/" + resource)
                    .build())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .post(NO_BODY);
    return ask(operation, request, form(told), decode, context);
  }

  private <V> Answer<V> ask(
      Operation operation,
      Request.Builder request,
      byte[] body,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    Request whole = request.header("Accept", "application/json").build();
    return gateway.ask(
        new OutgoingRequest(operation.name(), operation.limiter(), whole, body),
        context,
        reply -> decode.apply(received(reply)));
  }

  /** The id is not on the pages, but it is there in practice. */
  private static Reply received(Reply reply) {
    return reply
        .identified(reply.header("Twilio-Request-Id"))
        .retryAfter(
            reply
                .header("Retry-After")
                .filter(SECONDS.asMatchPredicate())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
  }

  private static byte[] form(Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    fields.forEach(form::add);
    FormBody encoded = form.build();
    return IntStream.range(0, encoded.size())
        .mapToObj(i -> encoded.encodedName(i) + "=" + encoded.encodedValue(i))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a reply comes to: its body where the status is 200 or 201, and else the code of the
   * refusal.
   *
   * @param read reads the body of a success
   * @throws VerificationException if there is no answer
   */
  static <V> Answer<V> open(
      Reply reply, CodeTable<V> codes, BiFunction<JsonObject, Reply, Answer<V>> read) {
    return reply.status() == 200 || reply.status() == 201
        ? read.apply(json(reply), reply)
        : refusal(reply, codes);
  }

  private static <V> Answer<V> refusal(Reply reply, CodeTable<V> codes) {
    JsonObject json = json(reply);
    String code =
        json.text("code")
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> reply.withoutCode("has no code"));
    String status = Integer.toString(reply.status());
    if (json.text("status").filter(told -> !told.equals(status)).isPresent()) {
      throw reply.coded(code).incoherent("tells of another status in its body");
    }
    // Whatever it is called: the key is not taken, and another one may be.
    if (reply.status() == 401 && codes.row(code).isEmpty()) {
      throw reply.coded(code).withoutCode("has a code that is on no page");
    }
    return codes.decide(code, reply);
  }

  private static JsonObject json(Reply reply) {
    return reply.json().orElseThrow(() -> reply.withoutCode("is not a JSON object"));
  }

  /** The text of a field that a success has to have. */
  static String needed(JsonObject json, String field, Reply reply) {
    return json.text(field)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> reply.incoherent("has no " + field));
  }

  void close() {
    gateway.close();
  }
}
