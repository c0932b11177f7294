package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TenureContract;

final class AlibabaTenureContractTest extends TenureContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
