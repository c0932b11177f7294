package io.telproof.twilio;

import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.ProviderHarness;

final class TwilioIdentityMatchContractTest extends IdentityMatchContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
