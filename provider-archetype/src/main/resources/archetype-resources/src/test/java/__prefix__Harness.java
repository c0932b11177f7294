package ${package};

import io.telproof.Sensitive;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import java.util.List;
import java.util.Optional;

/** All that the contracts need to know. */
final class ${prefix}Harness implements ProviderHarness {
  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return new ${prefix}ProviderFactory()
        .open(
            name,
            new ${prefix}Settings(
                Sensitive.of(${prefix}Vendor.KEY),
                Sensitive.of(${prefix}Vendor.SECRET),
                Optional.of(endpoint)),
            environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new ${prefix}ProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        access-key = "%s"
        secret-key = "%s"
        endpoint = "%s"
        """
        .formatted(
            ${prefix}Vendor.KEY,
            ${prefix}Vendor.SECRET,
            endpoint.url().toString().replaceAll("/$", ""));
  }

  @Override
  public List<String> secrets() {
    return List.of(${prefix}Vendor.SECRET);
  }

  @Override
  public Vendor vendor() {
    return new ${prefix}Vendor();
  }

  /**
   * To do: the vendor's pages a second time. {@code ReplyExample.documented} for each whole reply,
   * one {@code ReplyExample.unlisted} with a code that no page has, and {@code
   * ReplyExamples.unsaid} with a reason for what the vendor never says.
   */
  @Override
  public ReplyExamples examples() {
    return ReplyExamples.of();
  }
}
