package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TokenContract;

final class CamaraTokenContractTest extends TokenContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
