package io.telproof.examples.beacon;

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
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.http.oauth.ClientCredentialsGrant;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * How Beacon is asked. Thread-safe. Not final, and taken apart more than it need be, so that the
 * kit's own tests can break it.
 */
class BeaconApi {
  private final String provider;
  private final BeaconSettings settings;
  private final ProviderEnvironment environment;
  private final CodeHandles handles;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;

  BeaconApi(String provider, BeaconSettings settings, ProviderEnvironment environment) {
    this.provider = provider;
    this.settings = settings;
    this.environment = environment;
    CredentialsSource credentials = environment.credentials(settings.credentials());
    this.handles = environment.codeHandles(provider, credentials);
    this.gateway = gateway(provider, environment, credentials);
    this.limiters = AccountRateLimiters.of(environment, settings.address(), settings.credentials());
  }

  /** The gateway gets the tokens, keeps them, and puts one into each question. */
  Gateway gateway(String name, ProviderEnvironment with, CredentialsSource credentials) {
    return with.gateway(name, authorizer(settings), credentials);
  }

  Authorizer authorizer(BeaconSettings of) {
    return new ClientCredentialsGrant(of.tokenAddress(), ClientAuthentication.CLIENT_SECRET_BASIC);
  }

  /** What a question about this needs to be granted. */
  Grant grant(String scope, Map<String, ?> fields) {
    return Grant.of(scope);
  }

  /** One limit of the operation, and one that all operations share. */
  RateLimiter limiter(Offer offer) {
    RateLimiter account = limiters.limiter("account", settings.together());
    return limiters.limiter(offer).and(account, environment.time());
  }

  /** What Beacon counts for the whole account. */
  final RateLimits together() {
    return settings.together();
  }

  CodeHandles handles() {
    return handles;
  }

  /**
   * Puts a question.
   *
   * @param scope what its token is to be granted
   * @param success reads a reply with the status 200
   */
  final <V> Answer<V> ask(
      Offer offer,
      RateLimiter limiter,
      String scope,
      Map<String, ?> fields,
      CodeTable<V> codes,
      Function<Reply, Answer<V>> success,
      CallContext context) {
    HttpUrl url = settings.address().url().newBuilder().addPathSegments(offer.operation()).build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Content-Type", "application/json")
            .post(RequestBody.create(new byte[0]))
            .build();
    return gateway.ask(
        new OutgoingRequest(offer.operation(), limiter, request, encode(fields))
            .withGrant(grant(scope, fields)),
        context,
        reply -> decode(reply, codes, success));
  }

  byte[] encode(Map<String, ?> fields) {
    return JsonObject.write(fields);
  }

  /** The outcome is the HTTP status, or else the code of an error. */
  private static <V> Answer<V> decode(
      Reply reply, CodeTable<V> codes, Function<Reply, Answer<V>> success) {
    Reply identified = reply.identified(reply.header("X-Request-Id"));
    Optional<Answer<V>> byStatus = codes.byStatus(identified);
    if (byStatus.isPresent()) {
      return byStatus.get();
    }
    JsonObject json =
        identified.json().orElseThrow(() -> identified.withoutCode("is not a JSON object"));
    if (reply.status() == 200) {
      return success.apply(identified);
    }
    String code = json.text("code").orElseThrow(() -> identified.withoutCode("has no code"));
    return codes.decide(code, identified);
  }

  /** Beacon knows the numbers of mainland China. */
  static boolean serves(PhoneNumber number) {
    return number.nationalNumber(86).isPresent();
  }

  final <V> Answer<V> notCovered(Offer offer) {
    return new Answer.Unknown<>(
        Gap.NOT_COVERED, Receipt.unsent(provider, offer.operation(), environment.time().now()));
  }

  /** The failure of a question that cannot be put. */
  final VerificationException refused(Offer offer, String why) {
    return new VerificationException(
        Failure.of(
            FailureKind.INVALID_REQUEST, provider, offer.operation(), why + "; nothing was sent"));
  }

  void close() {
    gateway.close();
  }
}
