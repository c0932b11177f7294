package io.telproof.camara;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * How an operator's CAMARA APIs are asked, and the shape that their refusals have in common. What
 * the codes mean is each operation's business. The operator's messages are never read: they may
 * quote what was sent. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/Commonalities/blob/r3.4/documentation/CAMARA-API-Design-Guide.md">CAMARA
 *     API Design Guide</a>
 */
final class CamaraApi {
  /**
   * CAMARA says nothing of limits. The one that an operator publishes is Orange's: 25 requests a
   * second for everything that an application asks.
   */
  static final RateLimits LIMITS = RateLimits.perSecond(10);

  static final String BILLED = "not stated";

  /** {@code RequestBody.EMPTY} is not there in OkHttp 4. */
  private static final RequestBody NO_BODY = RequestBody.create(new byte[0]);

  private static final String CORRELATOR = "x-correlator";

  /** What every edition of CAMARA takes; a header that it does not take would be refused. */
  private static final Pattern CORRELATOR_FORM = Pattern.compile("[A-Za-z0-9-]{1,55}");

  private final String provider;
  private final CamaraSettings settings;
  private final ProviderEnvironment environment;
  private final CodeHandles handles;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;

  CamaraApi(String provider, CamaraSettings settings, ProviderEnvironment environment) {
    this.provider = provider;
    this.settings = settings;
    this.environment = environment;
    CredentialsSource credentials = environment.credentials(settings.credentials());
    this.handles = environment.codeHandles(provider, credentials);
    this.gateway = environment.gateway(provider, settings.authorizer(), credentials);
    this.limiters = AccountRateLimiters.of(environment, settings.apiRoot(), settings.credentials());
  }

  RateLimiter limiter(Offer offer) {
    return limiters.limiter(offer);
  }

  /** Binds the handles of codes to numbers: an operator looks at the handle alone. */
  CodeHandles handles() {
    return handles;
  }

  Instant now() {
    return environment.time().now();
  }

  /** The receipt of a question that is answered without asking. */
  Receipt unsent(String operation) {
    return Receipt.unsent(provider, operation, now());
  }

  /** The answer to a question about an address or a number that the operator does not serve. */
  <V> Answer<V> notCovered(String operation) {
    return new Answer.Unknown<>(Gap.NOT_COVERED, unsent(operation));
  }

  /** The failure of a question that cannot be put. */
  VerificationException refused(String operation, String why) {
    return new VerificationException(
        Failure.of(FailureKind.INVALID_REQUEST, provider, operation, why + "; nothing was sent"));
  }

  /** The body's fields that say whom a question is about: none where the token says it. */
  Map<String, Object> about(PhoneNumber number, Api api) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!settings.tokenPerPerson() || !api.numberByToken()) {
      fields.put("phoneNumber", number.e164());
    }
    return fields;
  }

  /**
   * Puts a question, unless the number is one of a country that the operator does not serve.
   *
   * @param operation its name, and the path beneath the API's
   * @param decode what the operation makes of a reply
   * @throws VerificationException if there is no answer
   */
  <V> Answer<V> ask(
      Api api,
      Operation operation,
      PhoneNumber number,
      Map<String, ?> fields,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    if (!settings.coverage().serves(number)) {
      return notCovered(operation.name());
    }
    Optional<String> correlator =
        Optional.of(context.correlationId()).filter(id -> CORRELATOR_FORM.matcher(id).matches());
    Request.Builder request =
        new Request.Builder()
            .url(url(api, operation.path()))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .post(NO_BODY);
    correlator.ifPresent(id -> request.header(CORRELATOR, id));
    OutgoingRequest outgoing =
        new OutgoingRequest(
                operation.name(), operation.limiter(), request.build(), JsonObject.write(fields))
            .withGrant(grant(api, number));
    return gateway.ask(outgoing, context, reply -> decoded(reply, correlator, decode));
  }

  /**
   * One operation of the operator.
   *
   * @param path its path beneath the API's
   */
  record Operation(String name, String path, RateLimiter limiter) {}

  private HttpUrl url(Api api, String path) {
    return settings
        .apiRoot()
        .url()
        .newBuilder()
        .addPathSegments(api.path() + "/" + settings.version(api) + "/" + path)
        .build();
  }

  private Grant grant(Api api, PhoneNumber number) {
    Grant grant = Grant.of(settings.scope(api));
    return settings.tokenPerPerson() ? grant.about(Sensitive.of("tel:" + number.e164())) : grant;
  }

  /**
   * The correlator that comes back is the caller's own id, and no {@link Reply#identified} one: a
   * caller may put several questions under one id, and a repetition has that of the question, so
   * that a second reply with it is not the answer to an earlier question by that alone. But with
   * another's it is. And whatever may be asked again is asked over another connection, where no
   * second copy of the refusal can be under way.
   */
  private static <V> Answer<V> decoded(
      Reply reply, Optional<String> correlator, Function<Reply, Answer<V>> decode) {
    Optional<String> echo = reply.header(CORRELATOR).filter(id -> !id.isBlank());
    if (correlator.isPresent() && echo.isPresent() && !echo.equals(correlator)) {
      throw reply.incoherent(
          "has the x-correlator of another question; its connection is not used again");
    }
    try {
      return decode.apply(reply);
    } catch (VerificationException e) {
      reply.identified(Optional.empty());
      throw e;
    }
  }

  /**
   * What a reply comes to: its body where the status is 200, and else the code of the refusal.
   *
   * @param read reads the body of a success
   * @throws VerificationException if there is no answer
   */
  static <V> Answer<V> open(
      Reply reply, CodeTable<V> codes, BiFunction<JsonObject, Reply, Answer<V>> read) {
    return reply.status() == 200 ? read.apply(json(reply), reply) : refusal(reply, codes);
  }

  /**
   * What a refusal comes to, by its code.
   *
   * @throws VerificationException if there is no answer
   */
  static <V> Answer<V> refusal(Reply reply, CodeTable<V> codes) {
    JsonObject json = json(reply);
    String code =
        json.text("code")
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> reply.withoutCode("has no code"));
    // A gateway in front of the operator may leave it out.
    String status = Integer.toString(reply.status());
    if (json.text("status").filter(told -> !told.equals(status)).isPresent()) {
      throw reply.coded(code).incoherent("tells of another status in its body");
    }
    // Whatever a gateway calls it: the token is not taken, and another one may be.
    if (reply.status() == 401 && codes.row(code).isEmpty()) {
      throw reply.coded(code).withoutCode("has a code that CAMARA does not have");
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
