package io.telproof.alibaba;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
