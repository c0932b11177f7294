package io.telproof.alibaba;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RecycledNumberContract;

final class AlibabaRecycledNumberContractTest extends RecycledNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new AlibabaHarness();
  }
}
