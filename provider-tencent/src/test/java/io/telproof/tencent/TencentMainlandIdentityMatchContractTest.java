package io.telproof.tencent;

import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.ProviderHarness;

final class TencentMainlandIdentityMatchContractTest extends IdentityMatchContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentMainlandHarness();
  }
}
