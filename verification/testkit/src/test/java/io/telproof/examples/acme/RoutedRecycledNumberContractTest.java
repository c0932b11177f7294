package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RecycledNumberContract;

final class RoutedRecycledNumberContractTest extends RecycledNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
