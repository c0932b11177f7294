package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class TencentSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
