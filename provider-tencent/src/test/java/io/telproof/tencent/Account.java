package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.Endpoint;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Time;
import io.telproof.spi.VerificationProvider;
import java.util.Optional;

/** An account with the vendor on this machine, and the provider that uses it. */
record Account(Sandbox sandbox, VerificationProvider provider) implements AutoCloseable {
  static Account open() {
    return open(new TencentVendor(), Time.system());
  }

  static Account open(TencentVendor vendor, Time time) {
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(vendor));
    return new Account(
        sandbox,
        provider(
            sandbox,
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            time));
  }

  static VerificationProvider provider(Sandbox sandbox, String id, String key, Time time) {
    TencentSettings settings =
        new TencentSettings(
            Sensitive.of(id),
            Sensitive.of(key),
            Optional.of(Endpoint.of(sandbox.endpoint().toString())));
    return new TencentProviderFactory().open("main", settings, ProviderEnvironment.local(time));
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }
}
