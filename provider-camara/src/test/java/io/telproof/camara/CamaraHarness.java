package io.telproof.camara;

import io.telproof.Sensitive;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.TestPerson;
import io.telproof.testkit.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that the contracts need to know of an operator of CAMARA. */
final class CamaraHarness implements ProviderHarness {
  private static final String TOKEN_PATH = "oauth2/token";
  private static final String MESSAGE = "{{code}} is your code";

  private final boolean onOneHost;
  private final SimSwapOperation simSwap;

  private CamaraHarness(boolean onOneHost, SimSwapOperation simSwap) {
    this.onOneHost = onOneHost;
    this.simSwap = simSwap;
  }

  /** An operator whose tokens come from another host. */
  CamaraHarness() {
    this(false, SimSwapOperation.CHECK);
  }

  /** An operator that gives its tokens where it answers questions. */
  static CamaraHarness onOneHost() {
    return new CamaraHarness(true, SimSwapOperation.CHECK);
  }

  /** An operator that tells when a SIM card was changed. */
  static CamaraHarness tellingTheDate() {
    return new CamaraHarness(false, SimSwapOperation.DATE);
  }

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return open(name, endpoint, endpoint, environment);
  }

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, Endpoint tokens, ProviderEnvironment environment) {
    CamaraSettings settings =
        Settings.of(
            Map.of(
                "apiRoot",
                endpoint,
                "tokenEndpoint",
                token(onOneHost ? endpoint : tokens),
                "clientId",
                Sensitive.of(CamaraVendor.CREDENTIALS.clientId()),
                "message",
                MESSAGE,
                "simSwap",
                simSwap));
    return new CamaraProviderFactory().open(name, settings, environment);
  }

  private static Endpoint token(Endpoint host) {
    return new Endpoint(host.url().newBuilder().addPathSegments(TOKEN_PATH).build());
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new CamaraProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return settings(endpoint, endpoint);
  }

  @Override
  public String settings(Endpoint endpoint, Endpoint tokens) {
    return """
        api-root = "%s"
        token-endpoint = "%s"
        client-id = "%s"
        private-key = "%s"
        message = "%s"
        sim-swap = %s
        """
        .formatted(
            endpoint.url().toString().replaceAll("/$", ""),
            token(onOneHost ? endpoint : tokens).url(),
            CamaraVendor.CREDENTIALS.clientId(),
            Keys.PEM.replace("\n", "\\n"),
            MESSAGE,
            simSwap.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<String> secrets() {
    return List.of(Keys.PEM);
  }

  @Override
  public Optional<TokenEndpoint> tokens() {
    return Optional.of(request -> request.path().equals("/" + TOKEN_PATH));
  }

  @Override
  public Vendor vendor() {
    return new CamaraVendor(
        io.telproof.sandbox.camara.CamaraSettings.defaults()
            .credentials(List.of(CamaraVendor.CREDENTIALS.withPublicKey(Keys.PUBLIC_PEM))));
  }

  @Override
  public ReplyExamples examples() {
    return examples(6);
  }

  @Override
  public ReplyExamples examples(int months) {
    return CamaraReplyExamples.examples(months, simSwap, Duration.ofDays(10));
  }

  @Override
  public ReplyExamples examples(Duration within) {
    return CamaraReplyExamples.examples(6, simSwap, within);
  }

  @Override
  public Optional<ReplyExamples> examplesOfNameAlone() {
    return Optional.of(CamaraReplyExamples.ofNameAlone());
  }

  @Override
  public Optional<String> within(Duration within) {
    return simSwap == SimSwapOperation.CHECK
        ? Optional.of(Long.toString(within.toHours()))
        : Optional.empty();
  }

  /** The operator's day is that of UTC unless the settings say otherwise. */
  @Override
  public Optional<String> threshold(int months, Instant at) {
    return Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC).minusMonths(months).toString());
  }

  @Override
  public boolean codesKnownByHandle() {
    return true;
  }

  /** A number of the country code that nobody has; none is one that operators do not serve. */
  @Override
  public TestPerson person() {
    TestPerson person = TestPerson.mainlandChina();
    return new TestPerson(
        990,
        "123400000",
        person.name(),
        person.idNumber(),
        person.code(),
        person.handle(),
        person.purchaseCode(),
        List.of(),
        Optional.empty());
  }
}
