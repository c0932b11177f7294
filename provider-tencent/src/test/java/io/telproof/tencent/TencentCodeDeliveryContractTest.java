package io.telproof.tencent;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.ProviderHarness;

final class TencentCodeDeliveryContractTest extends CodeDeliveryContract {
  @Override
  protected ProviderHarness harness() {
    return new TencentHarness();
  }
}
