package io.telproof.guice;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.Gap;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.Receipt;
import io.telproof.RecycledNumberCheck;
import io.telproof.Sensitive;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A provider that knows nothing of any number, at once, in the checks that it is told to offer. */
final class Fake implements VerificationProvider {
  /**
   * What it is told.
   *
   * @param offers the checks, with blanks between them
   */
  record Settings(String offers, Sensitive secretKey) {}

  /** Finds what it has opened again. */
  static final class Factory implements VerificationProviderFactory<Settings> {
    final List<Fake> opened = new ArrayList<>();

    @Override
    public String type() {
      return "fake";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      if (settings.offers().equals("broken")) {
        throw new IllegalStateException("broken on purpose");
      }
      environment.rateLimiters().limiter(name + "/Fake", RateLimits.perSecond(20));
      Credentials configured = Credentials.of(Sensitive.of("configured"), settings.secretKey());
      Fake provider =
          new Fake(
              name, settings.offers(), environment.time(), environment.credentials(configured));
      opened.add(provider);
      return provider;
    }
  }

  private final String name;
  private final List<String> offers;
  private final Time time;
  private final CredentialsSource keys;

  /** The ids of the keys that were used. */
  final List<String> keysUsed = new ArrayList<>();

  int closed;

  Fake(String name, String offers, Time time, CredentialsSource keys) {
    this.name = name;
    this.offers = Arrays.asList(offers.split(" ", -1));
    this.time = time;
    this.keys = keys;
  }

  @Override
  public String name() {
    return name;
  }

  private <C> Optional<C> offered(CheckType type, C check) {
    return offers.contains(type.key()) ? Optional.of(check) : Optional.empty();
  }

  private <V> Answer<V> answer(Object query, CallContext context) {
    keysUsed.add(keys.current().id().reveal());
    return new Answer.Unknown<>(Gap.NO_RECORD, Receipt.unsent(name, "Fake", time.now()));
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return offered(CheckType.PHONE_STATUS, this::answer);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return offered(CheckType.TENURE, this::answer);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return offered(CheckType.IDENTITY_MATCH, this::answer);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return offered(CheckType.CODE_DELIVERY, this::answer);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return offered(CheckType.CODE_VERIFICATION, this::answer);
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return offered(CheckType.RECYCLED_NUMBER, this::answer);
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return offered(CheckType.SIM_SWAP, this::answer);
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return offered(CheckType.PRE_VALIDATED_NUMBER, this::answer);
  }

  @Override
  public List<Offer> offers() {
    return offers.stream()
        .flatMap(key -> CheckType.of(key).stream())
        .map(check -> new Offer(check, "Fake", RateLimits.perSecond(20), "nothing"))
        .toList();
  }

  @Override
  public void close() {
    closed++;
  }
}
