package io.telproof.meta;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class MetaSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new MetaHarness();
  }
}
