package io.telproof.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.spi.AccountQuotas;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.CodeTable;
import io.telproof.spi.CredentialsSource;
import io.telproof.spi.Gateway;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Outgoing;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Quota;
import io.telproof.spi.Reply;
import io.telproof.spi.Signer;
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
  private final AccountQuotas quotas;

  AcmeApi(String provider, AcmeSettings settings, ProviderEnvironment environment) {
    this.provider = provider;
    this.settings = settings;
    this.environment = environment;
    CredentialsSource credentials = environment.credentials(settings.credentials());
    this.handles = environment.codeHandles(provider, credentials);
    this.gateway = environment.gateway(provider, signer(), credentials, this::clockRefused);
    this.quotas = quotas(settings);
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
    HttpUrl url = settings.address().url().resolve("/v1/" + operation.name());
    Request request =
        new Request.Builder()
            .url(url == null ? settings.address().url() : url)
            .header("Content-Type", "application/json")
            .post(RequestBody.EMPTY)
            .build();
    Reply reply =
        send(
            new Call(operation.name(), quota(operation), request, ByteString.of(encode(fields))),
            context);
    return open(reply, operation);
  }

  /** The answer about a number, or an address, that Acme does not serve. */
  final <V> Answer<V> notCovered(Operation<V> operation) {
    return new Answer.Unknown<>(
        Gap.NOT_COVERED, Receipt.unsent(provider, operation.name(), environment.time().now()));
  }

  /** Takes a reply out of its envelope. */
  final <V> Answer<V> open(Reply reply, Operation<V> operation) {
    JsonObject json =
        JsonObject.parse(reply.body()).orElseThrow(() -> reply.withoutCode("is not a JSON object"));
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
        JsonObject.parse(reply.body())
            .filter(json -> json.text("code").filter("clock"::equals).isPresent());
    refusal.ifPresent(json -> reply.identified(json.text("id")));
    return refusal.isPresent();
  }

  /** One request before it is signed. */
  record Call(String operation, Quota quota, Request request, ByteString body) {}

  /** Acme knows the numbers of mainland China. */
  boolean serves(Operation<?> operation, PhoneNumber number) {
    return number.within(86).isPresent();
  }

  Signer signer() {
    return new AcmeSigner();
  }

  AccountQuotas quotas(AcmeSettings settings) {
    return AccountQuotas.of(environment, settings.address(), settings.credentials());
  }

  Quota quota(Operation<?> operation) {
    return quotas.limit(operation.name(), operation.limit());
  }

  byte[] encode(Map<String, ?> fields) {
    return JsonObject.write(fields);
  }

  Reply send(Call call, CallContext context) {
    return gateway.send(
        new Outgoing(call.operation(), call.quota(), call.request(), call.body().toByteArray()),
        context);
  }

  void close() {
    gateway.close();
  }
}
