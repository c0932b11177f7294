package io.telproof.twilio;

import io.telproof.testkit.LifecycleContract;
import io.telproof.testkit.ProviderHarness;

final class TwilioLifecycleContractTest extends LifecycleContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
