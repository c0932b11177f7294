package io.telproof.tencent;

import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.ProviderHarness;

final class TencentCodeVerificationContractTest extends CodeVerificationContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
