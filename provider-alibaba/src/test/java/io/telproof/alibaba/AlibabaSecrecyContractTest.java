package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class AlibabaSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
