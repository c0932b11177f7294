package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SecrecyContract;

final class TwilioSecrecyContractTest extends SecrecyContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
