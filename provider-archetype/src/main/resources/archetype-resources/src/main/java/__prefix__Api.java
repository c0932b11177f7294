package ${package};

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
#if ($authentication == "token")
import io.telproof.spi.http.Authorizer;
#end
import io.telproof.spi.http.Gateway;
#if ($authentication == "token")
import io.telproof.spi.http.Grant;
#end
import io.telproof.spi.http.OutgoingRequest;
#if ($authentication == "token")
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.http.oauth.ClientCredentialsGrant;
#end
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
#if ($authentication == "token")
 * How the vendor is asked. The gateway gets the token, takes the permit and sends. Thread-safe.
#else
 * How the vendor is asked. The gateway takes the permit, signs and sends. Thread-safe.
#end
 *
 * <p>Where the vendor gives a handle with a code, {@code environment.codeHandles(provider,
 * credentials)} stands beside the gateway: {@code bind(number, answer)} around the answer to a
 * sending, {@code open(claim, operation, handle -> …)} around the question about a code.
 */
final class ${prefix}Api {
  private final String provider;
  private final ${prefix}Settings settings;
  private final ProviderEnvironment environment;
  private final Gateway gateway;
  private final AccountRateLimiters limiters;

  ${prefix}Api(String provider, ${prefix}Settings settings, ProviderEnvironment environment) {
    this.provider = provider;
    this.settings = settings;
    this.environment = environment;
    this.gateway =
#if ($authentication == "token")
        environment.gateway(
            provider, authorizer(settings), environment.credentials(settings.credentials()));
#else
        environment.gateway(
            provider,
            new ${prefix}Signer(),
            environment.credentials(settings.credentials()),
            ${prefix}Api::clockRefused);
#end
    this.limiters = AccountRateLimiters.of(environment, settings.address(), settings.credentials());
  }

#if ($authentication == "token")
  private static Authorizer authorizer(${prefix}Settings settings) {
    // To do: how the vendor wants to be shown who asks for a token. An Authorizer of your own says
    // what differs from OAuth 2.0: the request for a token, its reply, where a question carries it,
    // and which reply refuses it.
    return new ClientCredentialsGrant(
        settings.tokenAddress(), ClientAuthentication.CLIENT_SECRET_BASIC);
  }

#end
  /**
   * What is counted together: this account, whatever it is called, and this operation alone. Asked
   * for as the provider is opened: two limits of one account are a mistake of the configuration.
   * To do: where the vendor counts the whole account as well, {@code .and(…)} a limiter of all its
   * operations, with a limit that is a setting.
   */
  RateLimiter limiter(Offer offer) {
    return limiters.limiter(offer);
  }

  /**
   * An address beneath the endpoint. Each part is one segment, with slashes too; but no path holds
   * "." or "..", so a handle of the vendor's that is one of them is refused when its code is sent.
   */
  private HttpUrl path(String... segments) {
    HttpUrl.Builder url = settings.address().url().newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  /**
   * Puts a question whose fields are its body. They are encoded here, once: the bytes that are
   * signed are the bytes that are sent.
   *
#if ($authentication == "token")
   * @param scope what its token is to be granted
#end
   * @param decode what the operation makes of a reply
   */
  <V> Answer<V> post(
      Offer offer,
      RateLimiter limiter,
#if ($authentication == "token")
      String scope,
#end
      Map<String, ?> fields,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    // To do: the vendor's path.
    Request request =
        new Request.Builder()
            .url(path(offer.operation()))
            .header("Content-Type", "application/json")
            .post(RequestBody.create(new byte[0]))
            .build();
#if ($authentication == "token")
    return ask(offer, limiter, scope, request, JsonObject.write(fields), decode, context);
#else
    return ask(offer, limiter, request, JsonObject.write(fields), decode, context);
#end
  }

  /**
   * Puts a question that has all its data in the path. To do: take it out if there is none.
   *
#if ($authentication == "token")
   * @param scope what its token is to be granted
#end
   * @param segments of the path, the number among them
   * @param decode what the operation makes of a reply
   */
  <V> Answer<V> get(
      Offer offer,
      RateLimiter limiter,
#if ($authentication == "token")
      String scope,
#end
      List<String> segments,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    HttpUrl url = path(segments.toArray(String[]::new));
    Request request = new Request.Builder().url(url).get().build();
#if ($authentication == "token")
    return ask(offer, limiter, scope, request, new byte[0], decode, context);
#else
    return ask(offer, limiter, request, new byte[0], decode, context);
#end
  }

  private <V> Answer<V> ask(
      Offer offer,
      RateLimiter limiter,
#if ($authentication == "token")
      String scope,
#end
      Request request,
      byte[] body,
      Function<Reply, Answer<V>> decode,
      CallContext context) {
    return gateway.ask(
#if ($authentication == "token")
        new OutgoingRequest(offer.operation(), limiter, request, body).withGrant(Grant.of(scope)),
#else
        new OutgoingRequest(offer.operation(), limiter, request, body),
#end
        context,
        decode);
  }

  /** Whether the vendor serves the number. What it does not serve is never sent, nor paid for. */
  static boolean serves(PhoneNumber number) {
    // To do: where the vendor serves other countries, say so here and in the harness's person.
    return number.nationalNumber(86).isPresent();
  }

  /** The answer about a number that the vendor does not serve. */
  <V> Answer<V> notCovered(String operation) {
    return new Answer.Unknown<>(
        Gap.NOT_COVERED, Receipt.unsent(provider, operation, environment.time().now()));
  }

#if ($authentication == "signature")
  /** Whether this reply refuses the time in the signature; then it is signed once more. */
  private static boolean clockRefused(Reply reply) {
    // To do: the code for it, where the vendor has one; then call reply.identified(…) as well,
    // which refuses the reply of an earlier request.
    return false;
  }

#end
  void close() {
    gateway.close();
  }
}
