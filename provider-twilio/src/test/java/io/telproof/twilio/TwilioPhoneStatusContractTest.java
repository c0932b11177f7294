package io.telproof.twilio;

import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.ProviderHarness;

final class TwilioPhoneStatusContractTest extends PhoneStatusContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
