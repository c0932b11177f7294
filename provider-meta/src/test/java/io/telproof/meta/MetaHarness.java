package io.telproof.meta;

import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.TestPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the contracts need to know of Meta. */
final class MetaHarness implements ProviderHarness {
  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return new MetaProviderFactory()
        .open(name, Settings.at(endpoint.url().toString(), Map.of()), environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new MetaProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        business-id = "%s"
        access-token = "%s"
        app-secret = "%s"
        endpoint = "%s"
        """
        .formatted(
            MetaVendor.BUSINESS_ID,
            MetaVendor.CREDENTIALS.token(),
            MetaVendor.APP_SECRET,
            endpoint.url());
  }

  @Override
  public List<String> secrets() {
    return List.of(MetaVendor.CREDENTIALS.token(), MetaVendor.APP_SECRET);
  }

  /** The token is sent with each question. */
  @Override
  public List<String> neverSent() {
    return List.of(MetaVendor.APP_SECRET);
  }

  @Override
  public Vendor vendor() {
    return new MetaVendor(MetaSettings.defaults().proofRequired(true));
  }

  @Override
  public ReplyExamples examples() {
    return MetaReplyExamples.examples();
  }

  /** Without a purchase code: Meta has none. */
  @Override
  public TestPerson person() {
    TestPerson person = TestPerson.mainlandChina();
    return new TestPerson(
        person.countryCode(),
        person.national(),
        person.name(),
        person.idNumber(),
        person.code(),
        person.handle(),
        "",
        List.of(),
        Optional.empty());
  }
}
