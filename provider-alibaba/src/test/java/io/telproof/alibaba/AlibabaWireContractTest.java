package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class AlibabaWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
