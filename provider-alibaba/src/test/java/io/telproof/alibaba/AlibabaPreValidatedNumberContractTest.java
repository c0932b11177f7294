package io.telproof.alibaba;

import io.telproof.testkit.PreValidatedNumberContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaPreValidatedNumberContractTest extends PreValidatedNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
