package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.WireContract;

final class TwilioWireContractTest extends WireContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
