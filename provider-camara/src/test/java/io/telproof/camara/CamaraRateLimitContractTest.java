package io.telproof.camara;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class CamaraRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new CamaraHarness();
  }
}
