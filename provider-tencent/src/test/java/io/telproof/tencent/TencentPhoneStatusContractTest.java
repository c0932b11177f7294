package io.telproof.tencent;

import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;

final class TencentPhoneStatusContractTest extends PhoneStatusContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
