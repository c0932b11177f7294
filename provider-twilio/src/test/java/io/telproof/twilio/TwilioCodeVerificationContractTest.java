package io.telproof.twilio;

import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.ProviderHarness;

final class TwilioCodeVerificationContractTest extends CodeVerificationContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
