package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SimSwapContract;

final class AcmeSimSwapContractTest extends SimSwapContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
