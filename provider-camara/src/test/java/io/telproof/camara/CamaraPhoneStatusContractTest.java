package io.telproof.camara;

import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;

final class CamaraPhoneStatusContractTest extends PhoneStatusContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
