package io.telproof.examples.acme;

import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Timeouts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Acme with one thing wrong, and impatient. What is overridden is what is wrong. */
class BrokenHarness extends AcmeHarness implements MendableHarness {
  /** Makes the part of Acme that talks to the vendor. */
  @FunctionalInterface
  interface Api {
    AcmeApi make(String name, AcmeSettings settings, ProviderEnvironment environment);
  }

  private final Set<CheckType> shown;
  private final Api api;
  private final InterposedMutant.Meddler meddler;

  BrokenHarness(Set<CheckType> shown, Api api, InterposedMutant.Meddler meddler) {
    this.shown = EnumSet.copyOf(shown);
    this.api = api;
    this.meddler = meddler;
  }

  /** Nothing wrong yet. */
  BrokenHarness(Set<CheckType> shown) {
    this(shown, AcmeApi::new, InterposedMutant.HONEST);
  }

  @Override
  public BrokenHarness mended() {
    return new BrokenHarness(shown);
  }

  @Override
  public String provider() {
    return "narrowed to " + shown;
  }

  /** The checks that it is narrowed to. */
  Set<CheckType> shown() {
    return EnumSet.copyOf(shown);
  }

  /** Something wrong between the check and who asks. */
  static BrokenHarness check(CheckType shown, InterposedMutant.Meddler meddler) {
    return new BrokenHarness(Set.of(shown), AcmeApi::new, meddler);
  }

  /** Something wrong on the way to the vendor. */
  static BrokenHarness api(CheckType shown, Api api) {
    return new BrokenHarness(Set.of(shown), api, InterposedMutant.HONEST);
  }

  /** Something wrong in what the provider makes of its environment. */
  static BrokenHarness environment(
      Set<CheckType> shown, UnaryOperator<ProviderEnvironment> change) {
    return new BrokenHarness(
        shown,
        (name, settings, environment) -> new AcmeApi(name, settings, change.apply(environment)),
        InterposedMutant.HONEST);
  }

  /** Something wrong in the reply examples. */
  static BrokenHarness examples(CheckType shown, UnaryOperator<ReplyExamples> change) {
    return new BrokenHarness(Set.of(shown)) {
      @Override
      public ReplyExamples examples() {
        return change.apply(super.examples());
      }
    };
  }

  /** Something wrong with the provider as a whole. */
  static BrokenHarness provider(CheckType shown, UnaryOperator<VerificationProvider> change) {
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
    return new InterposedMutant(new AcmeProvider(name, made), shown, meddler);
  }

  @Override
  public Timeouts timeouts() {
    return new Timeouts(Duration.ofMillis(150), Duration.ofMillis(1500));
  }
}
