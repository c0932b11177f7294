package io.telproof.alibaba;

import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaPhoneStatusContractTest extends PhoneStatusContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
