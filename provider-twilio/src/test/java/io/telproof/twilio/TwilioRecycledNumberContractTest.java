package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RecycledNumberContract;

final class TwilioRecycledNumberContractTest extends RecycledNumberContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
