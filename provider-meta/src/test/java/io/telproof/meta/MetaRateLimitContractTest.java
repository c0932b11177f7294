package io.telproof.meta;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class MetaRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
