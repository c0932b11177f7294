package io.telproof.camara;

import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.ProviderHarness;

final class CamaraIdentityMatchContractTest extends IdentityMatchContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
