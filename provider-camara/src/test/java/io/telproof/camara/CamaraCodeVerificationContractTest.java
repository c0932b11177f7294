package io.telproof.camara;

import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.ProviderHarness;

final class CamaraCodeVerificationContractTest extends CodeVerificationContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
