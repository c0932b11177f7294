package io.telproof.twilio;

import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.ProviderHarness;

final class TwilioCodeDeliveryContractTest extends CodeDeliveryContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
