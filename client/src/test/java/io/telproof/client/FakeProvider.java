package io.telproof.client;

import io.telproof.Answer;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.TenureCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A provider that says ACTIVE of every number and asks nobody. */
final class FakeProvider implements VerificationProvider {
  /** Where it says it is. */
  enum Site {
    INTL,
    MAIN_LAND
  }

  record Settings(
      String account,
      Sensitive secretKey,
      Optional<Endpoint> endpoint,
      Optional<Integer> retries,
      Optional<Boolean> loud,
      Optional<Duration> keepAlive,
      Optional<Site> site) {
    Settings {
      if (account.equals("nobody")) {
        throw new IllegalArgumentException("the account cannot be nobody");
      }
    }
  }

  /** Finds what it has opened again. */
  static final class Factory implements VerificationProviderFactory<Settings> {
    final List<FakeProvider> opened = new ArrayList<>();

    @Override
    public String type() {
      return "fake";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Optional<Credentials> credentials(Settings settings) {
      return Optional.of(Credentials.of(Sensitive.of(settings.account()), settings.secretKey()));
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      if (settings.account().equals("broken")) {
        throw new IllegalStateException("broken on purpose");
      }
      FakeProvider provider = new FakeProvider(name, settings, environment);
      opened.add(provider);
      return provider;
    }
  }

  final Settings settings;
  final ProviderEnvironment environment;
  private final String name;
  int closed;

  private FakeProvider(String name, Settings settings, ProviderEnvironment environment) {
    this.name = name;
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(
        (number, context) ->
            new Answer.Known<>(
                PhoneStatus.of(LineState.ACTIVE), Receipt.unsent(name, "Fake", Instant.EPOCH)));
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.empty();
  }

  @Override
  public List<Offer> offers() {
    return List.of();
  }

  @Override
  public void close() {
    closed++;
  }
}
