package io.telproof.tencent;

import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import java.util.List;
import java.util.Map;

/** All that the contracts need to know of Tencent Cloud. */
final class TencentHarness implements ProviderHarness {
  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    TencentSettings settings = Settings.sandbox(endpoint.url().uri(), Map.of());
    return new TencentProviderFactory().open(name, settings, environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new TencentProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        secret-id = "%s"
        secret-key = "%s"
        endpoint = "%s"
        """
        .formatted(
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            endpoint.url().toString().replaceAll("/$", ""));
  }

  @Override
  public List<String> secrets() {
    return List.of(TencentVendor.CREDENTIALS.secretKey());
  }

  @Override
  public Vendor vendor() {
    return new TencentVendor();
  }

  @Override
  public ReplyExamples examples() {
    return TencentReplyExamples.examples();
  }
}
