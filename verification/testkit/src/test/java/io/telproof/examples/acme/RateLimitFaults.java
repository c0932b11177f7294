package io.telproof.examples.acme;

import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ProviderHarness;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to get the vendor's limits wrong. */
final class RateLimitFaults {
  private static final Set<CheckType> ONE = Set.of(CheckType.PHONE_STATUS);
  private static final Set<CheckType> TWO = Set.of(CheckType.PHONE_STATUS, CheckType.TENURE);

  private RateLimitFaults() {}

  static List<Fault> all() {
    return List.of(
        limiters(
            "QK-01",
            "a limit for each second of the clock",
            (env, next) -> new PerSecond(env.time()),
            "the limit is 5/s, but 6 requests came within"),
        limits(
            "QK-01",
            "twice the limit",
            limits -> RateLimits.perSecond(2 * limits.all().get(0).permits()),
            "5/s"),
        limiters("QK-01", "no limit at all", (env, next) -> (key, limit) -> FREE, "5/s"),
        limiters("QK-02", "a pause between two requests", RateLimitFaults::pausing, "spread over"),
        limits("QK-02", "a fifth of the limit", limits -> RateLimits.perSecond(1), "spread over"),
        limiters(
            "QK-03",
            "the deadline ignored in the rate limiter",
            (env, next) ->
                (key, limit) -> within -> next.limiter(key, limit).acquire(Duration.ofHours(1)),
            "expected fails THROTTLED"),
        Fault.of(
            "QK-03",
            "too fast, told without a time to come again",
            () ->
                BrokenHarness.check(
                    CheckType.PHONE_STATUS, ReceiptMutant.failures(ReceiptMutant::bare)),
            "retryAfter"),
        Fault.of(
            "QK-03",
            "too fast, told as busy",
            () ->
                BrokenHarness.check(
                    CheckType.PHONE_STATUS,
                    ReceiptMutant.kinds(FailureKind.THROTTLED, FailureKind.UNAVAILABLE)),
            "expected fails THROTTLED"),
        limiters(
            "QK-04",
            "rate limiters of its own",
            (env, next) -> RateLimiters.local(env.time()),
            "expected one permit at 5/s, but it took []"),
        limiters(
            "QK-04",
            "two permits for one question",
            (env, next) ->
                (key, limit) ->
                    within -> {
                      next.limiter(key, limit).acquire(within);
                      return next.limiter(key, limit).acquire(within);
                    },
            "expected one permit"),
        keys(
            "QK-05",
            "two limits shared",
            TWO,
            key -> key.replaceAll("/.*", "/all"),
            "nothing of a common limit"),
        Fault.of(
            "QK-05",
            "a common limit counted twice",
            () ->
                new BrokenHarness(TWO) {
                  @Override
                  public Set<Set<CheckType>> sharedLimits() {
                    return Set.of(TWO);
                  }
                },
            "that they share one"),
        keys(
            "QK-06",
            "one limit for all accounts",
            ONE,
            key -> key.replaceAll(".*/", "acme/"),
            "two accounts with two key ids share the key [acme/"),
        Fault.of(
            "QK-06",
            "one limit wherever the vendor is",
            () ->
                BrokenHarness.api(
                    CheckType.PHONE_STATUS,
                    (name, settings, environment) ->
                        new AcmeApi(name, settings, environment) {
                          @Override
                          AccountRateLimiters limiters(AcmeSettings settings) {
                            return AccountRateLimiters.of(
                                environment, Endpoint.host("acme"), settings.credentials());
                          }
                        }),
            "two accounts at two hosts share the key ["),
        Fault.of(
            "QK-06",
            "a limit for each opening",
            RateLimitFaults::eachOpening,
            "the same account opened twice"),
        Fault.of(
            "QK-10",
            "a limit for each name",
            () ->
                BrokenHarness.api(
                    CheckType.PHONE_STATUS,
                    (name, settings, environment) ->
                        new AcmeApi(name, settings, environment) {
                          @Override
                          RateLimiter limiter(Operation<?> operation) {
                            return environment
                                .rateLimiters()
                                .limiter(name + "/" + operation.name(), operation.limits());
                          }
                        }),
            "one account, called main and other, counts [main/"),
        Fault.of(
            "QK-11",
            "the configuration's limits ignored",
            () -> BrokenHarness.environment(ONE, env -> env.withLimits(AccountLimits.NONE)),
            "line-status: the configuration says phone-status = 3/s, 1009/day (travel 31 ms), but"
                + " it took its permits at [5/s]"),
        Fault.of(
            "QK-11",
            "the configuration's limits heard by the word of a check alone",
            () ->
                BrokenHarness.environment(
                    ONE, env -> env.withLimits(byCheck(env.limits().byName()))),
            "the configuration says line-status = 3/s"),
        Fault.of(
            "QK-12",
            "a rate limiter asked for with the first question",
            () ->
                BrokenHarness.api(
                    CheckType.PHONE_STATUS,
                    (name, settings, environment) ->
                        new AcmeApi(name, settings, environment) {
                          @Override
                          RateLimiter limiter(Operation<?> operation) {
                            return within -> super.limiter(operation).acquire(within);
                          }
                        }),
            "phone-status: it asked for [",
            "with its first question"),
        turns("QK-07", "a permit kept that was not used", permit -> new Held(permit), "left open"),
        turns(
            "QK-07",
            "a permit used up before anything is sent",
            permit -> {
              permit.sent();
              return permit;
            },
            "after a refused connection the permit should first be closed"),
        limiters(
            "QK-08",
            "a minute to wait, whatever the caller has",
            (env, next) ->
                (key, limit) -> within -> next.limiter(key, limit).acquire(Duration.ofMinutes(1)),
            "the caller has PT4S, but the rate limiter was told to wait for up to PT1M"),
        Fault.of(
            "QK-09",
            "a permit taken before the number is looked at",
            () ->
                BrokenHarness.api(
                    CheckType.PHONE_STATUS,
                    (name, settings, environment) ->
                        new AcmeApi(name, settings, environment) {
                          @Override
                          boolean serves(Operation<?> operation, PhoneNumber number) {
                            try {
                              limiter(operation).acquire(Duration.ofSeconds(1));
                            } catch (InterruptedException e) {
                              Thread.currentThread().interrupt();
                            }
                            return super.serves(operation, number);
                          }
                        }),
            "took a permit for"));
  }

  private static AccountLimits byCheck(Map<String, RateLimits> byName) {
    Map<String, RateLimits> heard = new HashMap<>(byName);
    heard.keySet().removeIf(name -> CheckType.of(name).isEmpty());
    return new AccountLimits(heard);
  }

  /** Makes rate limiters of the environment's. */
  @FunctionalInterface
  private interface Change {
    RateLimiters of(ProviderEnvironment environment, RateLimiters next);
  }

  private static ProviderHarness broken(Set<CheckType> shown, Change change) {
    return BrokenHarness.environment(
        shown,
        env ->
            new ProviderEnvironment(
                    env.time(), change.of(env, env.rateLimiters()), env.credentials())
                .withLimits(env.limits()));
  }

  private static Fault limiters(String clause, String name, Change change, String... words) {
    return Fault.of(clause, name, () -> broken(ONE, change), words);
  }

  private static Fault limits(
      String clause, String name, UnaryOperator<RateLimits> change, String... words) {
    return limiters(
        clause, name, (env, next) -> (key, limit) -> next.limiter(key, change.apply(limit)), words);
  }

  private static Fault keys(
      String clause,
      String name,
      Set<CheckType> shown,
      UnaryOperator<String> change,
      String... words) {
    return Fault.of(
        clause,
        name,
        () -> broken(shown, (env, next) -> (key, limit) -> next.limiter(change.apply(key), limit)),
        words);
  }

  private static Fault turns(
      String clause,
      String name,
      Function<RateLimiter.Permit, RateLimiter.Permit> change,
      String... words) {
    return limiters(
        clause,
        name,
        (env, next) ->
            (key, limit) ->
                within ->
                    next.limiter(key, limit).acquire(within) instanceof RateLimiter.Permit permit
                        ? change.apply(permit)
                        : next.limiter(key, limit).acquire(within),
        words);
  }

  private static RateLimiters pausing(ProviderEnvironment environment, RateLimiters next) {
    return (key, limit) ->
        within -> {
          environment.time().await(Duration.ofSeconds(1).dividedBy(limit.all().get(0).permits()));
          return next.limiter(key, limit).acquire(within);
        };
  }

  private static ProviderHarness eachOpening() {
    int[] opened = {0};
    return broken(
        EnumSet.copyOf(ONE),
        (env, next) -> {
          int opening = opened[0]++;
          return (key, limit) -> next.limiter(key + "#" + opening, limit);
        });
  }

  /** Permits for everybody. */
  private static final RateLimiter FREE =
      within ->
          new RateLimiter.Permit() {
            @Override
            public void sent() {}

            @Override
            public void close() {}
          };

  /** A turn that is not given back. */
  private record Held(RateLimiter.Permit next) implements RateLimiter.Permit {
    @Override
    public void sent() {
      next.sent();
    }

    @Override
    public void close() {}
  }

  /** Counts by the seconds of the clock, so that two seconds' requests can meet at their border. */
  private static final class PerSecond implements RateLimiters {
    private final Map<String, Integer> sent = new HashMap<>();
    private final Time time;

    PerSecond(Time time) {
      this.time = time;
    }

    @Override
    public RateLimiter limiter(String key, RateLimits limits) {
      return within -> {
        while (true) {
          long second = time.now().getEpochSecond();
          if (count(key + second) <= limits.all().get(0).permits()) {
            return FREE.acquire(within);
          }
          time.await(Duration.between(time.now(), Instant.ofEpochSecond(second + 1)));
        }
      };
    }

    private synchronized int count(String key) {
      return sent.merge(key, 1, Integer::sum);
    }
  }
}
