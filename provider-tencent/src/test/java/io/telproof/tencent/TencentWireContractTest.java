package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class TencentWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
