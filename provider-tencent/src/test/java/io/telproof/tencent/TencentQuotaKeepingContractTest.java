package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.QuotaKeepingContract;

final class TencentQuotaKeepingContractTest extends QuotaKeepingContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
