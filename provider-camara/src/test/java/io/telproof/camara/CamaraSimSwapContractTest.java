package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SimSwapContract;

final class CamaraSimSwapContractTest extends SimSwapContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
