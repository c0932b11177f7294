package io.telproof.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.QuotaKeepingContract;

final class AcmeQuotaKeepingContractTest extends QuotaKeepingContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
