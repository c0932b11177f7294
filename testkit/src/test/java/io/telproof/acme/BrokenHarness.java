package io.telproof.acme;

import io.telproof.spi.Capability;
import io.telproof.spi.Endpoint;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.testkit.Pace;
import io.telproof.testkit.PhraseBook;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Acme with one thing wrong, and impatient. What is overridden is what is wrong. */
class BrokenHarness extends AcmeHarness {
  /** Makes the part of Acme that talks to the vendor. */
  @FunctionalInterface
  interface Api {
    AcmeApi make(String name, AcmeSettings settings, ProviderEnvironment environment);
  }

  private final Set<Capability> shown;
  private final Api api;
  private final Meddled.Meddler meddler;

  BrokenHarness(Set<Capability> shown, Api api, Meddled.Meddler meddler) {
    this.shown = EnumSet.copyOf(shown);
    this.api = api;
    this.meddler = meddler;
  }

  /** Nothing wrong yet. */
  BrokenHarness(Set<Capability> shown) {
    this(shown, AcmeApi::new, Meddled.HONEST);
  }

  /** As narrow and as impatient as this, with nothing wrong. */
  BrokenHarness mended() {
    return new BrokenHarness(shown);
  }

  /** The checks that it is narrowed to. */
  Set<Capability> shown() {
    return EnumSet.copyOf(shown);
  }

  /** Something wrong between the check and who asks. */
  static BrokenHarness check(Capability shown, Meddled.Meddler meddler) {
    return new BrokenHarness(Set.of(shown), AcmeApi::new, meddler);
  }

  /** Something wrong on the way to the vendor. */
  static BrokenHarness api(Capability shown, Api api) {
    return new BrokenHarness(Set.of(shown), api, Meddled.HONEST);
  }

  /** Something wrong in what the provider makes of its environment. */
  static BrokenHarness environment(
      Set<Capability> shown, UnaryOperator<ProviderEnvironment> change) {
    return new BrokenHarness(
        shown,
        (name, settings, environment) -> new AcmeApi(name, settings, change.apply(environment)),
        Meddled.HONEST);
  }

  /** Something wrong in the book. */
  static BrokenHarness book(Capability shown, UnaryOperator<PhraseBook> change) {
    return new BrokenHarness(Set.of(shown)) {
      @Override
      public PhraseBook phrases() {
        return change.apply(super.phrases());
      }
    };
  }

  /** Something wrong with the provider as a whole. */
  static BrokenHarness provider(Capability shown, UnaryOperator<VerificationProvider> change) {
    return new BrokenHarness(Set.of(shown)) {
      @Override
      public VerificationProvider open(
          String name, Endpoint endpoint, ProviderEnvironment environment) {
        return change.apply(super.open(name, endpoint, environment));
      }
    };
  }

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    AcmeApi made = api.make(name, settingsAt(endpoint), environment);
    return new Meddled(new AcmeProvider(name, made), shown, meddler);
  }

  @Override
  public Pace pace() {
    return new Pace(Duration.ofMillis(150), Duration.ofMillis(1500));
  }
}
