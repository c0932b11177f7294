package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class CamaraWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
