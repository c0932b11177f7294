package io.telproof.meta;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class MetaWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
