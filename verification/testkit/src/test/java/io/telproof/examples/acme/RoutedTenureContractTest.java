package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TenureContract;

final class RoutedTenureContractTest extends TenureContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
