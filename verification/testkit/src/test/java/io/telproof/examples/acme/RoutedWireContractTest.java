package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class RoutedWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
