package io.telproof.alibaba;

import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaIdentityMatchContractTest extends IdentityMatchContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
