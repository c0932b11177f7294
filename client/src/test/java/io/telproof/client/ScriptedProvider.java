package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
import io.telproof.Receipt;
import io.telproof.RecycledNumberCheck;
import io.telproof.Recycling;
import io.telproof.SimSwap;
import io.telproof.SimSwapCheck;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider that answers by a script, one line for each question, and plainly once the script is
 * at its end. For tests of one thread.
 */
public final class ScriptedProvider implements VerificationProvider {
  /** What becomes of one question. */
  public sealed interface Line {
    /** It fails so. */
    record Fails(FailureKind kind, Optional<Duration> retryAfter) implements Line {}

    /** Its vendor refuses the number until then. */
    record Refuses(Instant until) implements Line {}

    /** It is answered with a gap. */
    record Lacks(Gap gap, Charge charge) implements Line {}

    /** The number is not served, which is known without asking the vendor. */
    record Unserved() implements Line {}

    /** It throws what it must not. */
    record Breaks(RuntimeException thrown) implements Line {}
  }

  public final Deque<Line> script = new ArrayDeque<>();
  final List<Offer> offers = new ArrayList<>();
  public final List<CallContext> asked = new ArrayList<>();
  final Set<CheckType> offered;
  public Duration takes = Duration.ofMillis(10);
  int closed;
  private final String name;
  private final Time time;
  private final Pause waiting;

  /** How it spends its time. */
  @FunctionalInterface
  public interface Pause {
    void pass(Duration duration);
  }

  public ScriptedProvider(String name, Time time, Pause waiting, CheckType... offered) {
    this.name = name;
    this.time = time;
    this.waiting = waiting;
    this.offered =
        offered.length == 0 ? EnumSet.allOf(CheckType.class) : EnumSet.copyOf(List.of(offered));
  }

  /** What it offers for this check is not for end users. */
  ScriptedProvider restricts(CheckType check) {
    offers.add(
        new Offer(check, "Op", RateLimits.perSecond(1), "nothing")
            .withRestriction("registers a contact of the owner"));
    return this;
  }

  /** For this check it serves these. */
  ScriptedProvider serves(CheckType check, Coverage coverage) {
    offers.add(
        new Offer(check, "Op" + offers.size(), RateLimits.perSecond(1), "nothing")
            .withCoverage(coverage));
    return this;
  }

  /** The next questions fail so. */
  public ScriptedProvider fails(int times, FailureKind kind) {
    for (int i = 0; i < times; i++) {
      script.add(new Line.Fails(kind, Optional.empty()));
    }
    return this;
  }

  /** The next question would have to wait so long for its permit. */
  ScriptedProvider waits(Duration turn) {
    script.add(new Line.Fails(FailureKind.THROTTLED, Optional.of(turn)));
    return this;
  }

  /** The next question is of a number that the vendor refuses until then. */
  public ScriptedProvider refuses(Instant until) {
    script.add(new Line.Refuses(until));
    return this;
  }

  /** The number of the next question is not served, and nothing is sent. */
  public ScriptedProvider servesNot() {
    script.add(new Line.Unserved());
    return this;
  }

  /** The next question is answered with a gap. */
  public ScriptedProvider lacks(Gap gap, Charge charge) {
    script.add(new Line.Lacks(gap, charge));
    return this;
  }

  /** The next question throws this. */
  public ScriptedProvider breaks(RuntimeException thrown) {
    script.add(new Line.Breaks(thrown));
    return this;
  }

  private <Q, V> Optional<Check<Q, V>> check(CheckType check, V value) {
    return offered.contains(check)
        ? Optional.of((query, context) -> answer(context, value))
        : Optional.empty();
  }

  private <V> Answer<V> answer(CallContext context, V value) {
    asked.add(context);
    waiting.pass(takes);
    Line line = script.pollFirst();
    if (line instanceof Line.Fails fails) {
      Failure failure = Failure.of(fails.kind(), name, "Op", "by the script");
      throw new VerificationException(
          fails.retryAfter().map(failure::withRetryAfter).orElse(failure));
    }
    if (line instanceof Line.Refuses refuses) {
      throw new VerificationException(
          Failure.of(FailureKind.QUOTA, name, "Op", "by the script")
              .withRefusedUntil(refuses.until()));
    }
    if (line instanceof Line.Breaks breaks) {
      throw breaks.thrown();
    }
    if (line instanceof Line.Unserved) {
      return new Answer.Unknown<>(Gap.NOT_COVERED, Receipt.unsent(name, "Op", time.now()));
    }
    if (line instanceof Line.Lacks lacks) {
      return new Answer.Unknown<>(lacks.gap(), receipt(lacks.charge()));
    }
    return new Answer.Known<>(value, receipt(Charge.CHARGED));
  }

  private Receipt receipt(Charge charge) {
    return Receipt.of(name, "Op", charge, time.now(), takes)
        .withRequestId("request")
        .withVendorCode("0");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return this.<io.telproof.PhoneNumber, PhoneStatus>check(
            CheckType.PHONE_STATUS, PhoneStatus.of(LineState.ACTIVE))
        .map(check -> check::check);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return this.<io.telproof.TenureQuery, Tenure>check(CheckType.TENURE, Tenure.from(24))
        .map(check -> check::check);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return this.<io.telproof.IdentityClaim, IdentityVerdict>check(
            CheckType.IDENTITY_MATCH, IdentityVerdict.match(io.telproof.Carrier.UNKNOWN))
        .map(check -> check::check);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return this.<io.telproof.Contact, CodeDispatch>check(
            CheckType.CODE_DELIVERY, new CodeDispatch(Optional.of("handle"), Optional.empty()))
        .map(check -> check::check);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return this.<io.telproof.CodeClaim, CodeVerdict>check(
            CheckType.CODE_VERIFICATION, CodeVerdict.ACCEPTED)
        .map(check -> check::check);
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return this.<io.telproof.PreValidatedClaim, PreValidatedId>check(
            CheckType.PRE_VALIDATED_NUMBER, new PreValidatedId("id", Optional.empty()))
        .map(check -> check::check);
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return this.<io.telproof.RecycledQuery, Recycling>check(
            CheckType.RECYCLED_NUMBER, Recycling.SAME_HOLDER)
        .map(check -> check::check);
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return this.<io.telproof.SimSwapQuery, SimSwap>check(CheckType.SIM_SWAP, SimSwap.of(false))
        .map(check -> check::check);
  }

  @Override
  public List<Offer> offers() {
    return List.copyOf(offers);
  }

  @Override
  public void close() {
    closed++;
  }
}
