package io.telproof.micrometer;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.Agreement;
import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a client tells its listeners, with a canary wherever free text can stand. */
final class ListenerEvents {
  private static final RateLimit SECOND = RateLimit.perSecond(20);
  private static final RateLimit DAY = RateLimit.of("1000/day");
  static final RateLimits LIMITS = RateLimits.of(SECOND, DAY);
  static final String CANARY = "13912340007";
  static final CallContext CONTEXT =
      new CallContext(Duration.ofSeconds(10), "call-" + CANARY, Optional.of("for " + CANARY));
  static final Duration ELAPSED = Duration.ofMillis(150);

  private ListenerEvents() {}

  static Receipt receipt(
      String provider, Charge charge, List<Attempt> earlier, AnswerOrigin served) {
    return Receipt.of(provider, "Ask", charge, Instant.EPOCH, ELAPSED)
        .withRequestId("request-" + CANARY)
        .withVendorCode("code-" + CANARY)
        .withOrigin(served, ELAPSED)
        .withCharge(charge)
        .withEarlier(earlier);
  }

  static Failure failure(String provider, FailureKind kind, Charge charge, List<Attempt> earlier) {
    return Failure.of(kind, provider, "Ask", "a reason with " + CANARY)
        .withVendorCode("code-" + CANARY)
        .withRequestId("request-" + CANARY)
        .withCharge(charge)
        .withEarlier(earlier);
  }

  /** A provider that was skipped. */
  private static Failure notAsked(CheckType check, String provider) {
    return Failure.of(FailureKind.UNAVAILABLE, provider, check.key(), "a reason with " + CANARY)
        .withSkipped(true);
  }

  static Attempt attempt(String provider, Optional<FailureKind> kind, Charge charge) {
    Attempt attempt = Attempt.of(provider, "Ask", charge, ELAPSED, "a reason with " + CANARY);
    return kind.map(attempt::withFailure).orElse(attempt);
  }

  /** Two limits: {@link #SECOND} has as many permits left, and {@link #DAY} one. */
  static RateLimiter limiter(Supplier<OptionalInt> left) {
    return new RateLimiter() {
      @Override
      public Admission acquire(Duration within) {
        throw new IllegalStateException("a meter takes no permit");
      }

      @Override
      public Map<RateLimit, Integer> left() {
        return left.get().isEmpty() ? Map.of() : Map.of(SECOND, left.get().getAsInt(), DAY, 1);
      }
    };
  }

  /** A known value and each gap. */
  static Stream<Optional<Gap>> gaps() {
    return Stream.concat(
        Stream.of(Optional.empty()), Arrays.stream(Gap.values()).map(Optional::of));
  }

  /** Everything that can happen to two providers, in every word that a tag can have. */
  static void everything(TelproofMeters meters) {
    meters.watch("client", client -> breakers());
    for (String provider : List.of("main", "ali")) {
      for (CheckType check : CheckType.values()) {
        for (Charge charge : Charge.values()) {
          gaps()
              .forEach(
                  gap ->
                      Arrays.stream(AnswerOrigin.values())
                          .map(served -> receipt(provider, charge, List.of(), served))
                          .forEach(
                              receipt -> meters.answered(check, CONTEXT, gap, receipt, ELAPSED)));
          for (FailureKind kind : FailureKind.values()) {
            meters.failed(check, CONTEXT, failure(provider, kind, charge, List.of()), ELAPSED);
          }
          meters.shadowAsked(check, provider, charge);
        }
        meters.failed(check, CONTEXT, notAsked(check, provider), ELAPSED);
        for (BreakerState state : BreakerState.values()) {
          meters.breaker(check, provider, state);
        }
        for (Agreement agreement : Agreement.values()) {
          meters.shadowed(check, "main", "ali", agreement);
        }
      }
      meters.limited(provider, "Ask", LIMITS, limiter(() -> OptionalInt.of(7)));
      meters.permit(provider, "Ask", ELAPSED, true);
      meters.permit(provider, "Ask", ELAPSED, false);
      meters.exchanged(provider, "Ask", ELAPSED);
    }
    meters.limitStore(true);
  }

  private static List<BreakerStatus> breakers() {
    return Stream.of("main", "ali")
        .flatMap(
            provider ->
                Arrays.stream(CheckType.values())
                    .map(check -> new BreakerStatus(check, provider, BreakerState.CLOSED)))
        .toList();
  }
}
