package io.telproof.examples.acme;

import io.telproof.Sensitive;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.Optional;
import java.util.Set;

/** Factories whose settings are wrong, each with a type of its own. */
final class BrokenFactories {
  private BrokenFactories() {}

  private static VerificationProvider acme(
      String name, Sensitive key, Sensitive secret, ProviderEnvironment environment) {
    AcmeSettings settings = new AcmeSettings(key, secret, Optional.empty());
    return new AcmeProvider(name, new AcmeApi(name, settings, environment));
  }

  /** Has a component that is left over from an earlier edition, and that nothing reads. */
  public static final class Leftover
      implements VerificationProviderFactory<Leftover.LeftoverSettings> {
    /** The settings. */
    record LeftoverSettings(
        Sensitive accessKey,
        Sensitive secretKey,
        Optional<String> accesskey,
        Optional<Endpoint> endpoint) {}

    @Override
    public String type() {
      return "acme-leftover";
    }

    @Override
    public Class<LeftoverSettings> settings() {
      return LeftoverSettings.class;
    }

    @Override
    public VerificationProvider open(
        String name, LeftoverSettings s, ProviderEnvironment environment) {
      return acme(name, s.accessKey(), s.secretKey(), environment);
    }
  }

  /** Finds out later that it needs a key. */
  public static final class Lazy implements VerificationProviderFactory<Lazy.LazySettings> {
    /** The settings. */
    record LazySettings(
        Optional<Sensitive> accessKey,
        Optional<Sensitive> secretKey,
        Optional<Endpoint> endpoint) {}

    @Override
    public String type() {
      return "acme-lazy";
    }

    @Override
    public Class<LazySettings> settings() {
      return LazySettings.class;
    }

    @Override
    public VerificationProvider open(String name, LazySettings s, ProviderEnvironment environment) {
      return acme(name, s.accessKey().orElseThrow(), s.secretKey().orElseThrow(), environment);
    }
  }

  /** Has a key of its own where none is given. */
  public static final class Generous
      implements VerificationProviderFactory<Generous.GenerousSettings> {
    /** The settings. */
    record GenerousSettings(
        Optional<Sensitive> accessKey, Optional<Sensitive> secretKey, Optional<Endpoint> endpoint) {
      Credentials credentials() {
        Sensitive some = Sensitive.of("some");
        return Credentials.of(accessKey.orElse(some), secretKey.orElse(some));
      }
    }

    @Override
    public String type() {
      return "acme-generous";
    }

    @Override
    public Class<GenerousSettings> settings() {
      return GenerousSettings.class;
    }

    @Override
    public VerificationProvider open(
        String name, GenerousSettings s, ProviderEnvironment environment) {
      return acme(name, s.credentials().id(), s.credentials().secret(), environment);
    }
  }

  /** Takes texts for what they are, and opens less than it says. */
  public static final class Texts implements VerificationProviderFactory<Texts.TextsSettings> {
    /** The settings. */
    record TextsSettings(String accessKey, String secretKey, Optional<String> endpoint) {}

    @Override
    public String type() {
      return "acme-texts";
    }

    @Override
    public Class<TextsSettings> settings() {
      return TextsSettings.class;
    }

    @Override
    public VerificationProvider open(
        String name, TextsSettings s, ProviderEnvironment environment) {
      VerificationProvider whole =
          acme(name, Sensitive.of(s.accessKey()), Sensitive.of(s.secretKey()), environment);
      return new InterposedMutant(whole, Set.of(CheckType.TENURE), InterposedMutant.HONEST);
    }
  }

  /** Found by nobody; has the type of another. */
  static final class Unknown implements VerificationProviderFactory<AcmeSettings> {
    private final String type;

    Unknown(String type) {
      this.type = type;
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public Class<AcmeSettings> settings() {
      return AcmeSettings.class;
    }

    @Override
    public VerificationProvider open(
        String name, AcmeSettings settings, ProviderEnvironment environment) {
      return new AcmeProvider(name, new AcmeApi(name, settings, environment));
    }
  }
}
