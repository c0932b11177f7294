package io.telproof.classpath;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.tencent.TencentVendor;

/** A vendor in the JVM of the tests, and the configuration that leads to it. */
final class Vendor implements AutoCloseable {
  /** A number that is suspended. */
  static final String NUMBER = Scenario.SUSPENDED.phoneNumber(0);

  /** The same of an operator. */
  static final String OPERATORS_NUMBER = Scenario.SUSPENDED.camaraNumber(0);

  /** A provider that is never asked: opening sends nothing. */
  static final String NOWHERE =
      "telproof.providers.main { type = tencent, secret-id = an-id, secret-key = a-key }\n";

  /** For who counts requests. */
  static final String ONCE = "telproof.retry.attempts = 1\n";

  final Sandbox sandbox = Sandbox.start(new TencentVendor(), new CamaraVendor());

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

  /** One whose questions carry access tokens. */
  String operatorsConfiguration() {
    return """
        telproof.providers.main {
          type = camara, api-root = "%1$s", token-endpoint = "%1$s/oauth2/token"
          client-auth = client-secret-basic, client-id = "%2$s", client-secret = "%3$s"
        }
        """
        .formatted(
            sandbox.endpoint(),
            CamaraVendor.CREDENTIALS.clientId(),
            CamaraVendor.CREDENTIALS.clientSecret());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
