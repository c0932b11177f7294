package io.telproof.examples.acme;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.ProviderHarness;

final class AcmeCodeDeliveryContractTest extends CodeDeliveryContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
