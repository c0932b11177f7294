package io.telproof.examples.acme;

import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.ProviderHarness;

final class AcmeCodeVerificationContractTest extends CodeVerificationContract {
  @Override
  protected ProviderHarness harness() {
    return new AcmeHarness();
  }
}
