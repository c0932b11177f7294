package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class TencentRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
