package io.telproof.tencent;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.Time;
import java.util.Map;

/** An account with the vendor on this machine, and the provider that uses it. */
record Account(Sandbox sandbox, VerificationProvider provider) implements AutoCloseable {
  /** With a vendor that throttles nobody: it counts by the clock, and a machine can be busy. */
  static Account open() {
    return open(
        new TencentVendor(TencentSettings.published().limits(1_000_000, 1_000_000)), Time.system());
  }

  static Account open(TencentVendor vendor, Time time) {
    return open(vendor, time, Map.of());
  }

  static Account open(TencentVendor vendor, Time time, Map<String, ?> settings) {
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(vendor));
    return new Account(sandbox, provider(sandbox, time, settings));
  }

  static VerificationProvider provider(Sandbox sandbox, Time time, Map<String, ?> settings) {
    return new TencentProviderFactory()
        .open(
            "main",
            Settings.sandbox(sandbox.endpoint(), settings),
            ProviderEnvironment.local(time));
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }
}
