package io.telproof.camara;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class CamaraLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
