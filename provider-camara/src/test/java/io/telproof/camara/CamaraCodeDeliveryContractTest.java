package io.telproof.camara;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.ProviderHarness;

final class CamaraCodeDeliveryContractTest extends CodeDeliveryContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
