package io.telproof.examples.acme;

import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ways to get the settings wrong. */
final class SettingsFaults {
  private SettingsFaults() {}

  static List<Fault> all() {
    return List.of(
        factory(
            "SE-01",
            "a factory that no file names",
            new BrokenFactories.Unknown("acme-unlisted"),
            "META-INF/services",
            "finds []"),
        factory(
            "SE-01",
            "a factory with the type of another",
            new BrokenFactories.Unknown("acme"),
            "AcmeProviderFactory"),
        Fault.of(
            "SE-02",
            "a setting that the provider does not have",
            () -> block(text -> text + "region = north\n"),
            "unknown key"),
        factory(
            "SE-03",
            "a key that is missed when it is too late",
            new BrokenFactories.Lazy(),
            "NoSuchElementException, not a problem"),
        factory(
            "SE-03",
            "a key that is made up where none is given",
            new BrokenFactories.Generous(),
            "nothing is needed, not even a key"),
        factory(
            "SE-04",
            "a misspelt setting swallowed",
            new BrokenFactories.Leftover(),
            "accesskey was swallowed where access-key is meant"),
        factory(
            "SE-05",
            "an address that is a text",
            new BrokenFactories.Texts(),
            "endpoint takes http://vendor.example"),
        factory(
            "SE-06",
            "a key that is a text",
            new BrokenFactories.Texts(),
            "secret-key takes a blank"),
        factory(
            "SE-07",
            "a factory that opens less than the harness",
            new BrokenFactories.Texts(),
            "phone-status is offered by the harness alone"));
  }

  private static ProviderHarness block(UnaryOperator<String> change) {
    return new AcmeHarness() {
      @Override
      public String settings(Endpoint endpoint) {
        return change.apply(super.settings(endpoint));
      }
    };
  }

  private static Fault factory(
      String clause, String name, VerificationProviderFactory<?> factory, String... words) {
    return Fault.of(
        clause,
        name,
        () ->
            new AcmeHarness() {
              @Override
              public VerificationProviderFactory<?> factory() {
                return factory;
              }
            },
        words);
  }
}
