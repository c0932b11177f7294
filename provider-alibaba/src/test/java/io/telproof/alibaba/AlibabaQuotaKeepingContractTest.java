package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.QuotaKeepingContract;

final class AlibabaQuotaKeepingContractTest extends QuotaKeepingContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
