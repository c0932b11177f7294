package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A provider that takes a permit before it sends, and a vendor that keeps a bill: what it carried
 * out, with its charge. Thread-safe but for its script.
 */
public final class BilledProvider implements VerificationProvider {
  record Settings(String account, Sensitive secretKey) {}

  /** What becomes of one question. */
  public sealed interface Line {
    /** The vendor carries it out, so often, at this charge each. */
    record Carries(int times, Charge charge) implements Line {}

    /** It fails so, at this charge: carried out where that is not FREE. */
    record Fails(FailureKind kind, Charge charge) implements Line {}

    /** Once it has its permit, the process ends. */
    record Dies() implements Line {}

    /** It is carried out, and the provider throws what it must not. */
    record Breaks() implements Line {}

    /** It does this once it has its permit, and is carried out. */
    record Does(Runnable step) implements Line {}
  }

  /** The end of a process, as far as a test can have it. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Makes providers of one vendor, each with a name of its own. */
  public static final class Vendor implements VerificationProviderFactory<Settings> {
    public final Deque<Line> script = new ArrayDeque<>();
    final List<Charge> bill = new ArrayList<>();
    final List<CallContext> asked = new ArrayList<>();
    boolean permits = true;
    RateLimits limits = RateLimits.perSecond(1000);
    private int requests;

    @Override
    public String type() {
      return "billed";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      AccountRateLimiters account =
          AccountRateLimiters.of(
              environment,
              Endpoint.host("api.acme.example"),
              Credentials.of(Sensitive.of(settings.account()), settings.secretKey()));
      return new BilledProvider(
          name,
          this,
          permits
              ? Optional.of(account.limiter(new Offer(CheckType.TENURE, "LineAge", limits, "all")))
              : Optional.empty(),
          environment.time());
    }

    private synchronized String carriedOut(int times, Charge charge) {
      for (int i = 0; i < times; i++) {
        bill.add(charge);
      }
      return "request-" + ++requests;
    }

    private synchronized Optional<Line> next(CallContext context) {
      asked.add(context);
      return Optional.ofNullable(script.poll());
    }

    /** What was carried out so far. */
    public synchronized List<Charge> bill() {
      return List.copyOf(bill);
    }
  }

  private static final Duration TAKES = Duration.ofMillis(10);

  private final String name;
  private final Vendor vendor;
  private final Optional<RateLimiter> limiter;
  private final Time time;

  private BilledProvider(String name, Vendor vendor, Optional<RateLimiter> limiter, Time time) {
    this.name = name;
    this.vendor = vendor;
    this.limiter = limiter;
    this.time = time;
  }

  private <V> Answer<V> ask(CallContext context, V value) {
    Instant at = time.now();
    Line line = vendor.next(context).orElse(new Line.Carries(1, Charge.CHARGED));
    String id = "";
    for (int i = 0; i < (line instanceof Line.Carries carries ? carries.times() : 1); i++) {
      try (Permit permit = new Permit(limiter, context)) {
        id = sent(line);
        permit.sent();
      }
    }
    Charge charge = line instanceof Line.Carries carries ? carries.charge() : Charge.CHARGED;
    return new Answer.Known<>(
        value,
        Receipt.of(name, "LineAge", charge, at, TAKES).withVendorCode("0").withRequestId(id));
  }

  private String sent(Line line) {
    if (line instanceof Line.Dies) {
      throw new Death();
    } else if (line instanceof Line.Fails fails) {
      Failure failure =
          Failure.of(fails.kind(), name, "LineAge", "by the script").withCharge(fails.charge());
      if (fails.charge() == Charge.FREE) {
        throw new VerificationException(failure);
      }
      throw new VerificationException(
          failure.withVendorCode("Lost").withRequestId(vendor.carriedOut(1, fails.charge())));
    } else if (line instanceof Line.Does does) {
      does.step().run();
    }
    String id =
        vendor.carriedOut(
            1, line instanceof Line.Carries carries ? carries.charge() : Charge.CHARGED);
    if (line instanceof Line.Breaks) {
      throw new IllegalStateException("broken on purpose");
    }
    return id;
  }

  /** A permit, where the provider has a limiter. */
  private static final class Permit implements AutoCloseable {
    private final Optional<RateLimiter.Permit> permit;

    private Permit(Optional<RateLimiter> limiter, CallContext context) {
      try {
        this.permit =
            limiter.isPresent()
                ? Optional.of(given(limiter.get().acquire(context.longestWait())))
                : Optional.empty();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static RateLimiter.Permit given(RateLimiter.Admission admission) {
      if (admission instanceof RateLimiter.Permit permit) {
        return permit;
      }
      throw new VerificationException(
          Failure.of(FailureKind.THROTTLED, "main", "LineAge", "no permit").withMaxRetries(0));
    }

    private void sent() {
      permit.ifPresent(RateLimiter.Permit::sent);
    }

    @Override
    public void close() {
      permit.ifPresent(RateLimiter.Permit::close);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of((number, context) -> ask(context, PhoneStatus.of(LineState.ACTIVE)));
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of((query, context) -> ask(context, Tenure.between(12, 24)));
  }

  @Override
  public List<Offer> offers() {
    return limiter.isEmpty()
        ? List.of()
        : List.of(
            new Offer(CheckType.TENURE, "LineAge", Objects.requireNonNull(vendor.limits), "all"));
  }

  @Override
  public void close() {}
}
