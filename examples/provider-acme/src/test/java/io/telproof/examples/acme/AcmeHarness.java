package io.telproof.examples.acme;

import io.telproof.Sensitive;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that the contracts need to know of Acme. */
class AcmeHarness implements ProviderHarness {
  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return new AcmeProviderFactory().open(name, settingsAt(endpoint), environment);
  }

  static AcmeSettings settingsAt(Endpoint endpoint) {
    return new AcmeSettings(
        Sensitive.of(AcmeVendor.KEY), Sensitive.of(AcmeVendor.SECRET), Optional.of(endpoint));
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new AcmeProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        access-key = "%s"
        secret-key = "%s"
        endpoint = "%s"
        """
        .formatted(
            AcmeVendor.KEY, AcmeVendor.SECRET, endpoint.url().toString().replaceAll("/$", ""));
  }

  @Override
  public List<String> secrets() {
    return List.of(AcmeVendor.SECRET);
  }

  @Override
  public Vendor vendor() {
    return new AcmeVendor();
  }

  @Override
  public ReplyExamples examples() {
    return AcmeReplyExamples.examples();
  }

  @Override
  public Optional<ReplyExamples> examplesOfNameAlone() {
    return Optional.of(AcmeReplyExamples.nameAlone());
  }

  @Override
  public Optional<String> within(Duration within) {
    return Optional.of(Long.toString(within.toHours()));
  }
}
