package io.telproof.meta;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class MetaSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
