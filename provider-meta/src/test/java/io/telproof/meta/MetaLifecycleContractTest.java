package io.telproof.meta;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class MetaLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
