package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.http.Signer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * How Acme is asked, and the envelope of its replies: {@code {"id", "code", "data"}}. Thread-safe.
 * Not final, and taken apart more than it need be, so that the kit's own tests can break it.
 */
class AcmeApi {
  private final String provider;
  private final AcmeSettings settings;
  private final ProviderEnvironment environment;
  private final CodeHandles handles;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;

  AcmeApi(String provider, AcmeSettings settings, ProviderEnvironment environment) {
    this.provider = provider;
    this.settings = settings;
    this.environment = environment;
    CredentialsSource credentials = environment.credentials(settings.credentials());
    this.handles = environment.codeHandles(provider, credentials);
    this.gateway = environment.gateway(provider, signer(), credentials, this::clockRefused);
    this.limiters = limiters(settings);
  }

  /** Puts a question; a number that Acme does not serve is not asked about. */
  final <V> Answer<V> ask(
      Operation<V> operation, PhoneNumber number, Map<String, ?> more, CallContext context) {
    if (!serves(operation, number)) {
      return notCovered(operation);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", number.e164());
    fields.putAll(more);
    HttpUrl url =
        settings.address().url().newBuilder().addPathSegments("v1/" + operation.name()).build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Content-Type", "application/json")
            .post(RequestBody.create(new byte[0]))
            .build();
    return send(
        new Call(operation.name(), limiter(operation), request, ByteString.of(encode(fields))),
        context,
        reply -> open(reply, operation));
  }

  /** The answer about a number, or an address, that Acme does not serve. */
  final <V> Answer<V> notCovered(Operation<V> operation) {
    return new Answer.Unknown<>(
        Gap.NOT_COVERED, Receipt.unsent(provider, operation.name(), environment.time().now()));
  }

  /** Takes a reply out of its envelope. */
  final <V> Answer<V> open(Reply reply, Operation<V> operation) {
    JsonObject json = reply.json().orElseThrow(() -> reply.withoutCode("is not a JSON object"));
    Reply identified = reply.identified(json.text("id"));
    String code = json.text("code").orElseThrow(() -> identified.withoutCode("has no code"));
    return decide(operation.codes(), code, identified, operation, json);
  }

  <V> Answer<V> decide(
      CodeTable<V> codes, String code, Reply reply, Operation<V> operation, JsonObject json) {
    return codes.decide(
        code,
        reply,
        ok ->
            operation.read(
                json.object("data").orElseThrow(() -> ok.incoherent("is billed but has no data")),
                ok));
  }

  /**
   * Binds the handle of a code to the number that it was sent to: Acme looks at the handle alone.
   */
  Answer<CodeDispatch> bind(PhoneNumber number, Answer<CodeDispatch> sent) {
    return handles.bind(number, sent);
  }

  /** Asks about a code with Acme's own handle, where the claim has one of its own number. */
  Answer<CodeVerdict> open(
      CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> ask) {
    return handles.open(claim, operation, ask);
  }

  /** Whether Acme refused a request because our clock is not its own. */
  boolean clockRefused(Reply reply) {
    Optional<JsonObject> refusal =
        reply.json().filter(json -> json.text("code").filter("clock"::equals).isPresent());
    refusal.ifPresent(json -> reply.identified(json.text("id")));
    return refusal.isPresent();
  }

  /** One request before it is signed. */
  record Call(String operation, RateLimiter limiter, Request request, ByteString body) {}

  /** Acme knows the numbers of mainland China. */
  boolean serves(Operation<?> operation, PhoneNumber number) {
    return number.nationalNumber(86).isPresent();
  }

  Signer signer() {
    return new AcmeSigner();
  }

  AccountRateLimiters limiters(AcmeSettings settings) {
    return AccountRateLimiters.of(environment, settings.address(), settings.credentials());
  }

  RateLimiter limiter(Operation<?> operation) {
    return limiters.limiter(operation.offer());
  }

  byte[] encode(Map<String, ?> fields) {
    return JsonObject.write(fields);
  }

  <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
    return gateway.ask(
        new OutgoingRequest(
            call.operation(), call.limiter(), call.request(), call.body().toByteArray()),
        context,
        decode);
  }

  void close() {
    gateway.close();
  }
}
