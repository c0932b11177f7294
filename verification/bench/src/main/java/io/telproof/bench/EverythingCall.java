package io.telproof.bench;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.client.Telproof;
import io.telproof.micrometer.TelproofMeters;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Asks Tencent by Telproof with everything switched on: a route of two, the circuit breaker, a
 * budget, a cache in which nothing is found, coalescing, meters, and an audit whose records are
 * counted. Thread-safe.
 */
public final class EverythingCall implements Function<String, String> {
  /** All but the providers. */
  static final String SWITCHED_ON =
      """
      telproof {
        routes.tenure = [main, second]
        budgets.tenure = 999999999/day
        cache.tenure = 10m
        coalesce = [tenure]
        audit.hash-key = the-hash-key-of-this-bench
      }
      """;

  private final LongAdder audited = new LongAdder();
  private final Asker asker;

  /** A client of this address. */
  public EverythingCall(String url) {
    String config =
        """
        telproof.providers {
          main {
            type = tencent, endpoint = "VENDOR", limits.tenure = 1000000/s
            secret-id = AKIDtelproofsandbox, secret-key = telproof-sandbox-secret-key
          }
          second {
            type = alibaba, endpoint = "VENDOR", limits.tenure = 1000000/s
            access-key-id = telproof-sandbox-id, access-key-secret = telproof-sandbox-secret
          }
        }
        """
                .replace("VENDOR", url)
            + SWITCHED_ON;
    this.asker =
        new Asker(
            Telproof.builder(ConfigFactory.parseString(config))
                .listener(new TelproofMeters(new SimpleMeterRegistry()))
                .audit(entry -> audited.increment())
                .open());
  }

  @Override
  public String apply(String number) {
    return asker.ask(number);
  }
}
