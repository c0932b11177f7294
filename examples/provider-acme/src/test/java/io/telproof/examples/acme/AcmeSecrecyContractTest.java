package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class AcmeSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
