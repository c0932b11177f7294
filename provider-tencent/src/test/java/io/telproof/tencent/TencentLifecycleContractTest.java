package io.telproof.tencent;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class TencentLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
