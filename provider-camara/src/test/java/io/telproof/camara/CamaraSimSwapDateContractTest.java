package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SimSwapContract;

final class CamaraSimSwapDateContractTest extends SimSwapContract {
  @Override
  protected ProviderHarness harness() {
    return CamaraHarness.tellingTheDate();
  }
}
