package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RecycledNumberContract;

final class CamaraRecycledNumberContractTest extends RecycledNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
