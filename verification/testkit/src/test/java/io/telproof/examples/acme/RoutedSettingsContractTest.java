package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class RoutedSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
