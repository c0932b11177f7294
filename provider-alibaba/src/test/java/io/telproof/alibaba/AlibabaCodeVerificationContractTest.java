package io.telproof.alibaba;

import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaCodeVerificationContractTest extends CodeVerificationContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
