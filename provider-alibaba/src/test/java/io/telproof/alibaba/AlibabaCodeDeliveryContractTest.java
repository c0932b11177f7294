package io.telproof.alibaba;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.ProviderHarness;

final class AlibabaCodeDeliveryContractTest extends CodeDeliveryContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
