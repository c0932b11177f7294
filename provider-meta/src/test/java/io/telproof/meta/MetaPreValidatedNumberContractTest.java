package io.telproof.meta;

import io.telproof.testkit.PreValidatedNumberContract;
import io.telproof.testkit.ProviderHarness;

final class MetaPreValidatedNumberContractTest extends PreValidatedNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
