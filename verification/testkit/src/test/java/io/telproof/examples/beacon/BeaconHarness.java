package io.telproof.examples.beacon;

import io.telproof.Sensitive;
import io.telproof.examples.acme.InterposedMutant;
import io.telproof.examples.acme.MendableHarness;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.Timeouts;
import io.telproof.testkit.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Beacon for the contracts, whole or with one thing wrong. Its tokens come from another host. */
class BeaconHarness implements MendableHarness {
  /** Makes the part of Beacon that talks to the vendor. */
  @FunctionalInterface
  interface Api {
    BeaconApi make(String name, BeaconSettings settings, ProviderEnvironment environment);
  }

  private static final Set<CheckType> OFFERED =
      EnumSet.of(CheckType.TENURE, CheckType.CODE_DELIVERY, CheckType.CODE_VERIFICATION);

  private final Api api;
  private final InterposedMutant.Meddler meddler;
  private final Set<CheckType> shown;

  BeaconHarness(Api api, InterposedMutant.Meddler meddler, Set<CheckType> shown) {
    this.api = api;
    this.meddler = meddler;
    this.shown = shown;
  }

  /** Nothing wrong. */
  BeaconHarness() {
    this(BeaconApi::new, InterposedMutant.HONEST, OFFERED);
  }

  /** Something wrong on the way to the vendor. */
  static BeaconHarness api(Api api) {
    return new BeaconHarness(api, InterposedMutant.HONEST, OFFERED);
  }

  /** Something wrong between the check and who asks. */
  static BeaconHarness check(InterposedMutant.Meddler meddler) {
    return new BeaconHarness(BeaconApi::new, meddler, OFFERED);
  }

  @Override
  public BeaconHarness mended() {
    return new BeaconHarness();
  }

  @Override
  public String provider() {
    return "of Beacon";
  }

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return open(name, endpoint, endpoint, environment);
  }

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, Endpoint tokens, ProviderEnvironment environment) {
    BeaconSettings settings =
        new BeaconSettings(
            Sensitive.of(BeaconVendor.ID),
            Sensitive.of(secrets().get(0)),
            Optional.of(endpoint),
            Optional.of(token(tokens)),
            Optional.empty());
    BeaconApi made = api.make(name, settings, environment);
    return new InterposedMutant(new BeaconProvider(name, made), shown, meddler);
  }

  private static Endpoint token(Endpoint host) {
    return new Endpoint(host.url().newBuilder().addPathSegment("token").build());
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new BeaconProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return settings(endpoint, endpoint);
  }

  @Override
  public String settings(Endpoint endpoint, Endpoint tokens) {
    return """
        client-id = "%s"
        client-secret = "%s"
        endpoint = "%s"
        token-endpoint = "%s"
        """
        .formatted(
            BeaconVendor.ID,
            BeaconVendor.SECRET,
            endpoint.url().toString().replaceAll("/$", ""),
            token(tokens).url());
  }

  @Override
  public List<String> secrets() {
    return List.of(BeaconVendor.SECRET);
  }

  /** The secret is sent, for a token. */
  @Override
  public List<String> neverSent() {
    return List.of();
  }

  @Override
  public Optional<TokenEndpoint> tokens() {
    return Optional.of(request -> request.path().equals("/token"));
  }

  @Override
  public Vendor vendor() {
    return new BeaconVendor();
  }

  @Override
  public ReplyExamples examples() {
    return examples(6);
  }

  @Override
  public ReplyExamples examples(int months) {
    return BeaconReplyExamples.examples(months);
  }

  @Override
  public Optional<String> threshold(int months, Instant at) {
    return Optional.of(Integer.toString(months));
  }

  @Override
  public boolean codesKnownByHandle() {
    return true;
  }

  @Override
  public Set<Set<CheckType>> sharedLimits() {
    return Set.of(OFFERED);
  }

  @Override
  public Timeouts timeouts() {
    return new Timeouts(Duration.ofMillis(150), Duration.ofMillis(1500));
  }
}
