package io.telproof.classpath;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.tencent.TencentVendor;

/** A vendor in the JVM of the tests, and the configuration that leads to it. */
final class Vendor implements AutoCloseable {
  /** A number that is suspended. */
  static final String NUMBER = Scenario.SUSPENDED.phoneNumber(0);

  /** A provider that is never asked: opening sends nothing. */
  static final String NOWHERE =
      "telproof.providers.main { type = tencent, secret-id = an-id, secret-key = a-key }\n";

  /** For who counts requests. */
  static final String ONCE = "telproof.retry.attempts = 1\n";

  final Sandbox sandbox = Sandbox.start(new TencentVendor());

  String configuration() {
    return """
        telproof.providers.main {
          type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s"
        }
        """
        .formatted(
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            sandbox.endpoint());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
