package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class AlibabaRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
