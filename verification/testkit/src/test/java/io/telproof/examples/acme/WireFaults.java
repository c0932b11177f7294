package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Signer;
import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.OkHttpClient;

/** Ways to go wrong between the provider and its vendor. */
final class WireFaults {
  private static final CheckType CHECK = CheckType.PHONE_STATUS;

  private WireFaults() {}

  private static Fault meddled(
      String clause, String name, InterposedMutant.Meddler meddler, String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.check(CHECK, meddler), words);
  }

  private static Fault api(String clause, String name, BrokenHarness.Api api, String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.api(CHECK, api), words);
  }

  static List<Fault> all() {
    return List.of(
        signed("WI-01", "another body signed than is sent", WireFaults::anotherBody, "objects"),
        signed("WI-01", "the local hour signed", WireFaults::localHour, "objects"),
        signed("WI-02", "one nonce for all requests", WireFaults::oneNonce, "nonce-used", "nonce"),
        api("WI-03", "signed before the wait", Stale::new, "after a wait of an hour", "stale"),
        meddled(
            "WI-04",
            "sent again when the connection is reset",
            again(e -> e.kind() == FailureKind.INDETERMINATE),
            "received 2 requests, expected 1",
            "the connection is reset"),
        meddled(
            "WI-04",
            "a lost reply told as not carried out",
            ReceiptMutant.kinds(FailureKind.INDETERMINATE, FailureKind.UNAVAILABLE),
            "expected fails INDETERMINATE",
            "UNAVAILABLE"),
        meddled(
            "WI-04",
            "a lost reply booked as free",
            ReceiptMutant.failures(
                f -> f.kind() == FailureKind.INDETERMINATE ? f.withCharge(Charge.FREE) : f),
            "POSSIBLE",
            "FREE"),
        meddled(
            "WI-05",
            "half a reply taken for an unreadable one",
            ReceiptMutant.failures(
                f ->
                    f.reason().contains("ProtocolException")
                        ? ReceiptMutant.kind(f, FailureKind.PROTOCOL)
                        : f),
            "half of the reply"),
        meddled(
            "WI-06",
            "the deadline ignored",
            (next, query, context) -> next.check(query, CallContext.within(Duration.ofDays(1))),
            "nothing in the time the kit has"),
        api(
            "WI-06",
            "a timeout for each read instead of a deadline",
            (name, settings, environment) ->
                new OwnHttp(name, settings, environment, Duration.ofMillis(600)),
            "byte by byte"),
        meddled(
            "WI-07",
            "a refused connection told as a doubt",
            ReceiptMutant.kinds(FailureKind.UNAVAILABLE, FailureKind.INDETERMINATE),
            "expected fails UNAVAILABLE"),
        api(
            "WI-08",
            "a redirect followed",
            (name, settings, environment) ->
                sent(name, settings, environment, reply -> reply.status() == 307),
            "received 2 requests",
            "status 307"),
        api(
            "WI-08",
            "an HTTP client of its own, which follows redirects",
            (name, settings, environment) ->
                new OwnHttp(name, settings, environment, Duration.ofSeconds(1)),
            "status 307"),
        api("WI-09", "an empty reply taken for no record", Hopeful::new, "NO_RECORD", "empty"),
        meddled(
            "WI-09",
            "an unreadable reply told as not carried out",
            ReceiptMutant.kinds(FailureKind.PROTOCOL, FailureKind.UNAVAILABLE),
            "expected fails PROTOCOL"),
        api(
            "WI-10",
            "a 503 repeated as its Retry-After says",
            (name, settings, environment) ->
                sent(name, settings, environment, reply -> reply.status() == 503),
            "received 2 requests",
            "503"),
        meddled(
            "WI-10",
            "a 502 told as busy",
            ReceiptMutant.failures(
                f ->
                    f.reason().contains("502")
                        ? ReceiptMutant.kind(f, FailureKind.UNAVAILABLE)
                        : f),
            "502",
            "UNAVAILABLE"),
        meddled(
            "WI-11",
            "a 429 told as unreadable",
            ReceiptMutant.kinds(FailureKind.THROTTLED, FailureKind.PROTOCOL),
            "expected fails THROTTLED"),
        api(
            "WI-12",
            "a body read without a bound",
            (name, settings, environment) ->
                new OwnHttp(name, settings, environment, Duration.ofSeconds(1)),
            "a body without end"),
        meddled("WI-13", "an interrupt swallowed", WireFaults::swallowing, "flag is not set again"),
        meddled(
            "WI-13",
            "an interrupt told as a doubt",
            ReceiptMutant.kinds(FailureKind.UNAVAILABLE, FailureKind.INDETERMINATE),
            "expected fails UNAVAILABLE"),
        api(
            "WI-17",
            "kept connections used without a look for what is on them",
            WireFaults::withoutALook,
            "the whole reply twice, at once",
            "question 1 after it"),
        api(
            "WI-18",
            "kept connections used without a look whether they have ended",
            WireFaults::withoutALook,
            "the connection is closed unannounced",
            "fails INDETERMINATE"),
        meddled("WI-14", "a call cut off by an interrupt", cutting(), "the vendor answered"),
        api("WI-15", "a wrong clock signed for again and again", OwnClockRetry::new, "4 requests"),
        environment("WI-16", "the application's keys ignored", env -> Optional.empty()),
        environment(
            "WI-16",
            "the application's keys read once",
            env ->
                env.credentials()
                    .map(
                        keys -> {
                          List<Credentials> read = new CopyOnWriteArrayList<>();
                          return () -> {
                            if (read.isEmpty()) {
                              read.add(keys.current());
                            }
                            return read.get(0);
                          };
                        })));
  }

  private static Fault environment(
      String clause, String name, Function<ProviderEnvironment, Optional<CredentialsSource>> keys) {
    return Fault.of(
        clause,
        name,
        () ->
            BrokenHarness.environment(
                Set.of(CHECK),
                env ->
                    new ProviderEnvironment(env.time(), env.rateLimiters(), keys.apply(env))
                        .withLimits(env.limits())),
        "source");
  }

  private static Fault signed(
      String clause, String name, UnaryOperator<Signer> change, String... words) {
    return api(
        clause,
        name,
        (provider, settings, environment) ->
            new AcmeApi(provider, settings, environment) {
              @Override
              Signer signer() {
                return change.apply(super.signer());
              }
            },
        words);
  }

  /** An HTTP client of its own that repeats nothing, and trusts whatever its pool has. */
  private static AcmeApi withoutALook(
      String name, AcmeSettings settings, ProviderEnvironment environment) {
    return new OwnHttp(
        name,
        settings,
        environment,
        new OkHttpClient.Builder().retryOnConnectionFailure(false).build());
  }

  private static Signer anotherBody(Signer next) {
    return (request, body, credentials, at, nonce) ->
        next.sign(
            request,
            new String(body, StandardCharsets.UTF_8)
                .replace(":", ": ")
                .getBytes(StandardCharsets.UTF_8),
            credentials,
            at,
            nonce);
  }

  private static Signer localHour(Signer next) {
    return (request, body, credentials, at, nonce) ->
        next.sign(request, body, credentials, at, nonce)
            .newBuilder()
            .header("X-Acme-Time", Long.toString(at.plus(Duration.ofHours(8)).getEpochSecond()))
            .build();
  }

  private static Signer oneNonce(Signer next) {
    return (request, body, credentials, at, nonce) ->
        next.sign(request, body, credentials, at, "a-nonce");
  }

  private static InterposedMutant.Meddler again(Predicate<VerificationException> when) {
    return (next, query, context) -> {
      try {
        return next.check(query, context);
      } catch (VerificationException e) {
        if (when.test(e)) {
          return next.check(query, context);
        }
        throw e;
      }
    };
  }

  private static AcmeApi sent(
      String name, AcmeSettings settings, ProviderEnvironment environment, Predicate<Reply> again) {
    return new AcmeApi(name, settings, environment) {
      @Override
      <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
        return super.send(
            call,
            context,
            reply -> again.test(reply) ? super.send(call, context, decode) : decode.apply(reply));
      }
    };
  }

  private static Answer<Object> swallowing(
      Check<Object, Object> next, Object query, CallContext context) {
    try {
      return next.check(query, context);
    } finally {
      // What it says is thrown away, as in an empty catch block.
      boolean swallowed = Thread.interrupted();
      assert swallowed || !swallowed;
    }
  }

  private static InterposedMutant.Meddler cutting() {
    return (next, query, context) -> {
      CompletableFuture<Answer<Object>> answer =
          CompletableFuture.supplyAsync(() -> next.check(query, context));
      try {
        return answer.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new VerificationException(
            Failure.of(FailureKind.INDETERMINATE, "main", "line-status", "cut off"));
      } catch (ExecutionException e) {
        throw e.getCause() instanceof VerificationException cause
            ? cause
            : new IllegalStateException(e);
      }
    };
  }

  /** Signs for the moment of the question. */
  private static final class Stale extends AcmeApi {
    private final AtomicLong asked = new AtomicLong();
    private final ProviderEnvironment environment;

    Stale(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
      this.environment = environment;
    }

    @Override
    Signer signer() {
      Signer next = super.signer();
      return (request, body, credentials, at, nonce) ->
          next.sign(request, body, credentials, Instant.ofEpochSecond(asked.get()), nonce);
    }

    @Override
    <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
      asked.set(environment.time().now().getEpochSecond());
      return super.send(call, context, decode);
    }
  }

  /** Takes nothing for an answer. */
  private static final class Hopeful extends AcmeApi {
    Hopeful(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
      return super.send(
          call,
          context,
          reply ->
              decode.apply(
                  reply.body().length > 0
                      ? reply
                      : Reply.of(
                          "main",
                          call.operation(),
                          200,
                          Headers.EMPTY,
                          "{\"code\":\"no-record\"}".getBytes(StandardCharsets.UTF_8),
                          Instant.EPOCH,
                          Duration.ofNanos(1))));
    }
  }

  /** Does not learn the vendor's time, and asks until it fits. */
  private static final class OwnClockRetry extends AcmeApi {
    OwnClockRetry(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    boolean clockRefused(Reply reply) {
      return false;
    }

    @Override
    <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
      return send(call, context, decode, 3);
    }

    private <V> Answer<V> send(
        Call call, CallContext context, Function<Reply, Answer<V>> decode, int again) {
      return super.send(
          call,
          context,
          reply ->
              again > 0 && super.clockRefused(reply)
                  ? send(call, context, decode, again - 1)
                  : decode.apply(reply));
    }
  }
}
