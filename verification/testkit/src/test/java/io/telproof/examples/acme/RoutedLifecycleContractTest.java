package io.telproof.examples.acme;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class RoutedLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
