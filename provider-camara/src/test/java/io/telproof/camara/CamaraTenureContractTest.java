package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TenureContract;

final class CamaraTenureContractTest extends TenureContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
