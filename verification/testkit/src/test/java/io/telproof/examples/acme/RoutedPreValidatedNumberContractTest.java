package io.telproof.examples.acme;

import io.telproof.testkit.PreValidatedNumberContract;
import io.telproof.testkit.ProviderHarness;

final class RoutedPreValidatedNumberContractTest extends PreValidatedNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
