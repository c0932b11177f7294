package io.telproof.bench;

import com.typesafe.config.ConfigFactory;
import io.telproof.client.Telproof;
import java.util.function.Function;

/**
 * Asks Tencent by Telproof, with no more configuration than is needed and a limit that nobody
 * reaches. Thread-safe.
 */
public final class TelproofTencentCall implements Function<String, String> {
  private final Asker asker;

  /** A client of this address. */
  public TelproofTencentCall(String url) {
    this(url, "");
  }

  /** A client of this address, with more configuration. */
  TelproofTencentCall(String url, String more) {
    // Without concatenation and formats: what they load for their first use is not the client's.
    String config =
        """
        telproof.providers.main {
          type = tencent, endpoint = "VENDOR", limits.tenure = 1000000/s
          secret-id = AKIDtelproofsandbox, secret-key = telproof-sandbox-secret-key
        }
        MORE
        """
            .replace("VENDOR", url)
            .replace("MORE", more);
    this.asker = new Asker(Telproof.builder(ConfigFactory.parseString(config)).open());
  }

  @Override
  public String apply(String number) {
    return asker.ask(number);
  }
}
