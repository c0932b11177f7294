package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class TencentQuotaKeepingContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
