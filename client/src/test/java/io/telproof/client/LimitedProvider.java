package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider of two operations, each with a limit, that answers once it has a permit. */
final class LimitedProvider implements VerificationProvider {
  record Settings(String account, Sensitive secretKey) {
    Credentials credentials() {
      return Credentials.of(Sensitive.of(account), secretKey);
    }
  }

  /** Finds what it has opened again. */
  static final class Factory implements VerificationProviderFactory<Settings> {
    final List<LimitedProvider> opened = new ArrayList<>();

    @Override
    public String type() {
      return "limited";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Map<String, String> renamed() {
      return Map.of("per-second", "limits { tenure = 50/s } now");
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      LimitedProvider provider = new LimitedProvider(name, settings, environment);
      opened.add(provider);
      return provider;
    }
  }

  private static final Offer STATUS =
      new Offer(CheckType.PHONE_STATUS, "LineStatus", RateLimits.perSecond(20), "all");
  private static final Offer AGE =
      new Offer(CheckType.TENURE, "LineAge", RateLimits.perSecond(20), "all");

  final RateLimiter status;
  final RateLimiter age;
  private final String name;
  int closed;

  private LimitedProvider(String name, Settings settings, ProviderEnvironment environment) {
    this.name = name;
    AccountRateLimiters account =
        AccountRateLimiters.of(
            environment, Endpoint.host("api.acme.example"), settings.credentials());
    this.status = account.limiter(STATUS);
    this.age = account.limiter(AGE);
  }

  private Receipt ask(RateLimiter limiter, Offer offer, CallContext context) {
    try {
      if (limiter.acquire(context.within()) instanceof RateLimiter.Permit permit) {
        permit.sent();
        permit.close();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Receipt.unsent(name, offer.operation(), Instant.EPOCH);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(
        (number, context) ->
            new Answer.Known<>(PhoneStatus.of(LineState.ACTIVE), ask(status, STATUS, context)));
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(
        (query, context) -> new Answer.Known<>(Tenure.from(24), ask(age, AGE, context)));
  }

  @Override
  public List<Offer> offers() {
    return List.of(STATUS, AGE);
  }

  @Override
  public void close() {
    closed++;
  }
}
