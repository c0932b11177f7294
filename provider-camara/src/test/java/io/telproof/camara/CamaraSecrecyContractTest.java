package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class CamaraSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
