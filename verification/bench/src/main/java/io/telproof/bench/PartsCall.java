package io.telproof.bench;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import io.telproof.micrometer.TelproofMeters;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks Tencent by Telproof with those parts switched on that {@value #PARTS} names, apart by
 * commas. The circuit breaker is always there. Thread-safe.
 */
public final class PartsCall implements Function<String, String> {
  static final String PARTS = "telproof.bench.parts";

  private static final String SECOND =
      """
      second {
        type = alibaba, endpoint = "VENDOR", limits.tenure = 1000000/s
        access-key-id = telproof-sandbox-id, access-key-secret = telproof-sandbox-secret
      }
      """;

  private final LongAdder audited = new LongAdder();
  private final Asker asker;

  /** A client of this address. */
  public PartsCall(String url) {
    this(url, named());
  }

  PartsCall(String url, Set<Part> parts) {
    String config =
        """
        telproof.providers {
          main {
            type = tencent, endpoint = "VENDOR", limits.tenure = 1000000/s
            secret-id = AKIDtelproofsandbox, secret-key = telproof-sandbox-secret-key
          }
          SECOND
        }
        """
                .replace("SECOND", parts.contains(Part.ROUTE) ? SECOND : "")
                .replace("VENDOR", url)
            + Part.config(parts);
    TelproofBuilder builder = Telproof.builder(ConfigFactory.parseString(config));
    if (parts.contains(Part.METERS)) {
      builder.listener(new TelproofMeters(new SimpleMeterRegistry()));
    }
    if (parts.contains(Part.AUDIT)) {
      builder.audit(entry -> audited.increment());
    }
    this.asker = new Asker(builder.open());
  }

  /** The option of a JVM that switches these on. */
  static String option(Set<Part> parts) {
    return parts.stream().map(Part::name).collect(Collectors.joining(",", "-D" + PARTS + "=", ""));
  }

  private static Set<Part> named() {
    return Arrays.stream(System.getProperty(PARTS, "").split(",", -1))
        .filter(word -> !word.isEmpty())
        .map(Part::valueOf)
        .collect(Collectors.toSet());
  }

  @Override
  public String apply(String number) {
    return asker.ask(number);
  }
}
