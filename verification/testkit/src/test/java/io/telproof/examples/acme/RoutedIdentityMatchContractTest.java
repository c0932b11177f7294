package io.telproof.examples.acme;

import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.ProviderHarness;

final class RoutedIdentityMatchContractTest extends IdentityMatchContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
