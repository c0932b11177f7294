package io.telproof.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.QuotaKeepingContract;

final class RoutedQuotaKeepingContractTest extends QuotaKeepingContract {
  @Override
  protected ProviderHarness harness() {
    return new RoutedHarness();
  }
}
