package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class AcmeRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
