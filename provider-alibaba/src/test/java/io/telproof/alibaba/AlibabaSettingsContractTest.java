package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class AlibabaSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
