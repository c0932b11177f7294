package io.telproof.tencent;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class TencentSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
