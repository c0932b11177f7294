package io.telproof.cli;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
import io.telproof.Receipt;
import io.telproof.RecycledNumberCheck;
import io.telproof.Recycling;
import io.telproof.Sensitive;
import io.telproof.SimSwap;
import io.telproof.SimSwapCheck;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Answers the same whatever is asked, so that every word printed is known beforehand. */
final class ScriptedProvider implements VerificationProvider {
  /** What would colour, move, turn, hide or forge lines on a terminal, and half a character. */
  static final String HOSTILE =
      "a\u001b[31m\u001b]0;t\u0007\u009b2J\u0085\u202e\u2066\u200b\ufeff\u2028\u2029\u007f\udb40\udc41\ud800\r\tb\ncost  free\"\\";

  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

  private final String name;
  private final ScriptedSettings settings;
  private final CodeHandles handles;

  ScriptedProvider(String name, ScriptedSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.settings = settings;
    Credentials account = Credentials.of(Sensitive.of("id"), Sensitive.of("secret"));
    this.handles = environment.codeHandles(name, environment.credentials(account));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(
        (number, context) ->
            said("Status", context, new PhoneStatus(LineState.ACTIVE, Carrier.CHINA_MOBILE)));
  }

  @Override
  public Optional<TenureCheck> tenure() {
    Tenure tenure = wide() ? Tenure.from(24) : Tenure.between(1, 3);
    return Optional.of((query, context) -> said("Months", context, tenure));
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of((claim, context) -> said("Identity", context, verdict(claim)));
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    Optional<Instant> until = wide() ? Optional.empty() : Optional.of(AT.plusSeconds(300));
    Optional<String> handle = wide() ? Optional.empty() : Optional.of(given("h-1"));
    return Optional.of(
        (contact, context) ->
            handles.bind(contact, said("Send", context, new CodeDispatch(handle, until))));
  }

  /** Accepts 123456 where the handle is the one of its sending. */
  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(
        (claim, context) ->
            handles.open(
                claim, "Verify", handle -> said("Verify", context, verdict(claim, handle))));
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    Optional<String> number = wide() ? Optional.empty() : Optional.of(given("8613800138000"));
    return Optional.of(
        (claim, context) ->
            said(
                "Id",
                context,
                new PreValidatedId(
                    given("id-") + claim.purchaseCode().orElseThrow().reveal(), number)));
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.of((query, context) -> said("Holder", context, Recycling.SAME_HOLDER));
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return Optional.of((query, context) -> said("Swap", context, SimSwap.of(false)));
  }

  private boolean hostile() {
    return settings.says() == ScriptedSettings.Script.HOSTILE
        || settings.says() == ScriptedSettings.Script.HOSTILE_FAILED;
  }

  /** In milliseconds: what the command itself took of it is rounded away. */
  private static long rounded(Duration within) {
    long step = 500;
    return (within.toMillis() + step - 1) / step * step;
  }

  private String given(String text) {
    return hostile() ? HOSTILE : text;
  }

  private boolean wide() {
    return settings.says() == ScriptedSettings.Script.WIDE;
  }

  private static CodeVerdict verdict(CodeClaim claim, Optional<String> handle) {
    return claim.code().reveal().equals("123456") && handle.equals(Optional.of("h-1"))
        ? CodeVerdict.ACCEPTED
        : CodeVerdict.REJECTED;
  }

  private IdentityVerdict verdict(IdentityClaim claim) {
    if (settings.name().equals(Optional.of(claim.name().reveal()))) {
      return IdentityVerdict.match(Carrier.CHINA_UNICOM);
    }
    return wide()
        ? IdentityVerdict.mismatch(Carrier.UNKNOWN)
        : IdentityVerdict.mismatch(
                Set.of(Attribute.ID_NUMBER, Attribute.NAME), Carrier.CHINA_UNICOM)
            .withScore(87);
  }

  private <V> Answer<V> said(String operation, CallContext context, V value) {
    Receipt receipt =
        Receipt.of(name, operation, Charge.CHARGED, AT, Duration.ofMillis(38))
            .withRequestId(given("r-" + rounded(context.within())))
            .withVendorCode(given("0/0"));
    return switch (settings.says()) {
      case HOSTILE ->
          new Answer.Known<>(value, receipt.withEarlier(List.of(attempt(operation, HOSTILE))));
      case HOSTILE_FAILED -> throw failure(HOSTILE, FailureKind.PROTOCOL, Optional.of(HOSTILE));
      case KNOWN, WIDE -> new Answer.Known<>(value, receipt);
      case KNOWN_LATE -> new Answer.Known<>(value, receipt.withEarlier(earlier(operation)));
      case UNKNOWN -> new Answer.Unknown<>(Gap.NOT_COVERED, Receipt.unsent(name, operation, AT));
      case FAILED -> throw failure(operation, FailureKind.INDETERMINATE, Optional.of("E-1"));
      case THROTTLED -> throw failure(operation, FailureKind.QUOTA, Optional.empty());
      case LOUD -> {
        Logger.getLogger("loud").severe("13800138000 \u5f20\u4e09");
        yield new Answer.Known<>(value, receipt);
      }
      case BROKEN -> throw new IllegalStateException("13800138000 \u5f20\u4e09");
    };
  }

  private List<Attempt> earlier(String operation) {
    return List.of(
        attempt(operation, "too fast"),
        Attempt.of(name, operation, Charge.UNSTATED, Duration.ofMillis(8), "not covered"));
  }

  private Attempt attempt(String operation, String reason) {
    return Attempt.of(name, operation, Charge.FREE, Duration.ofMillis(7), reason)
        .withFailure(FailureKind.THROTTLED);
  }

  private VerificationException failure(String operation, FailureKind kind, Optional<String> code) {
    Failure failure = Failure.of(kind, name, operation, given("the reply was lost"));
    return new VerificationException(
        code.map(said -> failure.withVendorCode(said).withRequestId("r-" + said))
            .orElseGet(
                () ->
                    failure.withRetryAfter(Duration.ofSeconds(2)).withEarlier(earlier(operation))));
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        new Offer(
            CheckType.PHONE_STATUS, given("Status"), RateLimits.perSecond(20), given("Result 0")),
        new Offer(CheckType.PRE_VALIDATED_NUMBER, "Id", RateLimits.perSecond(5), "not stated"));
  }

  @Override
  public void close() {}
}
