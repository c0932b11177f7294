package ${package};

import io.telproof.Sensitive;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
#if ($authentication == "token")
import io.telproof.testkit.TokenEndpoint;
#end
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
#if ($authentication == "token")
                Sensitive.of(${prefix}Vendor.SECRET),
                Optional.of(endpoint),
                Optional.of(tokenEndpoint(endpoint))),
#else
                Sensitive.of(${prefix}Vendor.SECRET),
                Optional.of(endpoint)),
#end
            environment);
  }

#if ($authentication == "token")
  /** Where the vendor has another host for it, override open and settings with two endpoints. */
  private static Endpoint tokenEndpoint(Endpoint endpoint) {
    return new Endpoint(
        endpoint.url().newBuilder().addPathSegments(${prefix}Vendor.TOKEN.substring(1)).build());
  }

#end
  @Override
  public VerificationProviderFactory<?> factory() {
    return new ${prefix}ProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
#if ($authentication == "token")
        client-id = "%s"
        client-secret = "%s"
        endpoint = "%s"
        token-endpoint = "%s"
        """
        .formatted(
            ${prefix}Vendor.KEY,
            ${prefix}Vendor.SECRET,
            endpoint.url().toString().replaceAll("/$", ""),
            tokenEndpoint(endpoint).url());
#else
        access-key = "%s"
        secret-key = "%s"
        endpoint = "%s"
        """
        .formatted(
            ${prefix}Vendor.KEY,
            ${prefix}Vendor.SECRET,
            endpoint.url().toString().replaceAll("/$", ""));
#end
  }

  @Override
  public List<String> secrets() {
    return List.of(${prefix}Vendor.SECRET);
  }
#if ($authentication == "token")

  /** The client's secret is sent, for a token. To do: a private key is not, and stands here. */
  @Override
  public List<String> neverSent() {
    return List.of();
  }

  @Override
  public Optional<TokenEndpoint> tokens() {
    return Optional.of(request -> request.path().equals(${prefix}Vendor.TOKEN));
  }
#end

  @Override
  public Vendor vendor() {
    return new ${prefix}Vendor();
  }

  /**
   * To do: the vendor's pages a second time. {@code ReplyExample.documented} for each whole reply,
   * one {@code ReplyExample.unlisted} with a code that no page has, and {@code
   * ReplyExamples.unsaid} with a reason for what the vendor never says. The code of a row by status
   * is {@code "HTTP-404"}, and {@code ""} is a reply without one. To do, where they apply: {@code
   * uncovered}, which is empty for a vendor that serves every number, {@code sharedLimits} and
   * {@code codesKnownByHandle}.
   */
  @Override
  public ReplyExamples examples() {
    return ReplyExamples.of();
  }
}
