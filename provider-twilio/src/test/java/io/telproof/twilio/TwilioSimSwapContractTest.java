package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SimSwapContract;

final class TwilioSimSwapContractTest extends SimSwapContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
