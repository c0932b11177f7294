package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TenureContract;

final class TencentTenureContractTest extends TenureContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
