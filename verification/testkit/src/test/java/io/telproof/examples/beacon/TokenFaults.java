package io.telproof.examples.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.examples.acme.Fault;
import io.telproof.examples.acme.InterposedMutant;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Grant;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.slf4j.LoggerFactory;

/** Ways to get access tokens wrong. */
final class TokenFaults {
  private TokenFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(inVain());
    all.addAll(kept());
    all.addAll(shown());
    return all;
  }

  static Fault authorizer(
      String clause, String name, OtherAuthorizer.Change change, String... words) {
    return Fault.of(clause, name, () -> OtherAuthorizer.in(change), words);
  }

  /** Something wrong in what is told of a question without a token. */
  private static Fault failures(
      String clause, String name, UnaryOperator<Failure> change, String... words) {
    return Fault.of(
        clause,
        name,
        () ->
            BeaconHarness.check(
                (next, query, context) -> {
                  try {
                    return next.check(query, context);
                  } catch (VerificationException e) {
                    throw new VerificationException(
                        e.failure().reason().contains("no access token")
                            ? change.apply(e.failure())
                            : e.failure());
                  }
                }),
        words);
  }

  private static List<Fault> inVain() {
    return List.of(
        failures(
            "TO-01",
            "a lost token told as a doubt about the question",
            failure ->
                Failure.of(
                        FailureKind.INDETERMINATE,
                        failure.provider(),
                        failure.operation(),
                        failure.reason())
                    .withCharge(Charge.POSSIBLE),
            "expected fails UNAVAILABLE, FREE",
            "INDETERMINATE"),
        Fault.of(
            "TO-01",
            "a question without a token where none is to be had",
            () ->
                BeaconHarness.api(
                    (name, settings, environment) ->
                        new OwnTokens(name, settings, environment) {
                          @Override
                          String token(String scope, Credentials credentials) {
                            try {
                              return super.token(scope, credentials);
                            } catch (VerificationException e) {
                              return "none";
                            }
                          }
                        }),
            "the question was sent 1 times without a token"),
        Fault.of(
            "TO-01",
            "a lost token taken for the end",
            () -> BeaconHarness.check(resigned()),
            "with tokens to be had again"),
        Fault.of(
            "TO-02",
            "a token waited for by a client of its own",
            () -> BeaconHarness.api(OwnTokens::new),
            "nothing in the time the kit has"),
        failures(
            "TO-03",
            "a refused token told as out of order",
            failure ->
                Failure.of(
                    FailureKind.UNAVAILABLE,
                    failure.provider(),
                    failure.operation(),
                    failure.reason()),
            "expected fails UNAUTHORIZED, FREE",
            "UNAVAILABLE"),
        failures(
            "TO-03",
            "a refused token without the vendor's code",
            failure ->
                Failure.of(
                    failure.kind(), failure.provider(), failure.operation(), failure.reason()),
            "the vendor's code is not kept"),
        authorizer(
            "TO-04",
            "whatever comes taken for a token",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public AccessToken token(Reply reply) {
                    return reply.status() == 200
                        ? new AccessToken(
                            Sensitive.of("a" + reply.body().length), Duration.ofHours(1))
                        : super.token(reply);
                  }
                },
            "times without a token"));
  }

  private static InterposedMutant.Meddler resigned() {
    AtomicReference<VerificationException> first = new AtomicReference<>();
    return (next, query, context) -> {
      VerificationException before = first.get();
      if (before != null) {
        throw before;
      }
      try {
        return next.check(query, context);
      } catch (VerificationException e) {
        first.set(e);
        throw e;
      }
    };
  }

  private static List<Fault> kept() {
    return List.of(
        authorizer(
            "TO-05",
            "a refused token that is not known for one",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public boolean refused(Reply reply) {
                    return false;
                  }
                },
            "expected two questions with two tokens, and an answer; 1 with 1"),
        Fault.of(
            "TO-05",
            "the same token tried once more",
            () ->
                BeaconHarness.api(
                    (name, settings, environment) ->
                        new OwnTokens(name, settings, retrying(environment))),
            "expected two questions with two tokens, and an answer; 2 with 1"),
        Fault.of(
            "TO-05",
            "one token after another tried",
            () ->
                BeaconHarness.check(
                    (next, query, context) -> {
                      try {
                        return next.check(query, context);
                      } catch (VerificationException e) {
                        return next.check(query, context);
                      }
                    }),
            "every token is refused; expected two questions",
            "4 came to"),
        authorizer(
            "TO-06",
            "seconds taken for minutes",
            right -> lived(right, lifetime -> lifetime.multipliedBy(60)),
            "a token whose time was over"),
        authorizer(
            "TO-07",
            "a token for each question",
            right -> lived(right, lifetime -> Duration.ofNanos(1)),
            "was asked for again"),
        granted("TO-07", "a token without a scope", scope -> Grant.of("")),
        granted("TO-07", "one scope for all questions", scope -> Grant.of("line")),
        Fault.of(
            "TO-07",
            "a token about somebody else",
            () -> new PersonalHarness(fields -> "+8613900139001"),
            "the question has the token of another person"),
        Fault.of(
            "TO-08",
            "a token for each caller",
            () -> BeaconHarness.api(OwnTokens::new),
            "16 callers asked for"));
  }

  /** Keys that are renewed whenever that is asked, and stay the same. */
  private static ProviderEnvironment retrying(ProviderEnvironment environment) {
    CredentialsSource same =
        new CredentialsSource() {
          @Override
          public Credentials current() {
            return environment
                .credentials(
                    Credentials.of(
                        Sensitive.of(BeaconVendor.ID), Sensitive.of(BeaconVendor.SECRET)))
                .current();
          }

          @Override
          public boolean renewed(Credentials refused, Deadline deadline) {
            return true;
          }
        };
    return new ProviderEnvironment(
        environment.time(), environment.rateLimiters(), Optional.of(same));
  }

  private static Authorizer lived(Authorizer right, UnaryOperator<Duration> change) {
    return new OtherAuthorizer(right) {
      @Override
      public AccessToken token(Reply reply) {
        AccessToken token = super.token(reply);
        return new AccessToken(token.value(), change.apply(token.lifetime()));
      }
    };
  }

  /** What a scope is taken for. */
  @FunctionalInterface
  private interface Granting {
    Grant of(String scope);
  }

  private static Fault granted(String clause, String name, Granting granting) {
    return Fault.of(
        clause,
        name,
        () ->
            BeaconHarness.api(
                (provider, settings, environment) ->
                    new BeaconApi(provider, settings, environment) {
                      @Override
                      Grant grant(String scope, Map<String, ?> fields) {
                        return granting.of(scope);
                      }
                    }),
        "expected an answer",
        "UNAUTHORIZED");
  }

  private static List<Fault> shown() {
    return List.of(
        authorizer(
            "TO-09",
            "a token reply in a log where it cannot be read",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public AccessToken token(Reply reply) {
                    try {
                      return super.token(reply);
                    } catch (VerificationException e) {
                      LoggerFactory.getLogger("beacon").debug(new String(reply.body(), UTF_8));
                      throw e;
                    }
                  }
                },
            "a token shows in a log"),
        authorizer(
            "TO-09",
            "a thread named after its token",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public Request authorize(Request request, Sensitive token) {
                    Thread.currentThread().setName("asking with " + token.reveal());
                    return super.authorize(request, token);
                  }
                },
            "a token shows in the name of a thread"));
  }
}
