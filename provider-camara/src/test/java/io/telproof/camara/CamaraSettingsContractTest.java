package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class CamaraSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
