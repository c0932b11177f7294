package io.telproof.twilio;

import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.SettingsContract;

final class TwilioSettingsContractTest extends SettingsContract {
  @Override
  protected ProviderHarness harness() {
    return new TwilioHarness();
  }
}
