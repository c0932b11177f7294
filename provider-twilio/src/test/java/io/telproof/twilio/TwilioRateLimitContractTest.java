package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;

final class TwilioRateLimitContractTest extends RateLimitContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
