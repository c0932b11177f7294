package io.telproof.examples.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all keys, {@code reference.conf}, beside what the provider offers. */
final class AcmeReferenceTest {
  private static final Pattern LIMITS = Pattern.compile("(?s) *# limits \\{\n(.*?)\n *# }\n");
  private static final Pattern LIMIT = Pattern.compile("(?m)^ *# ([a-z-]+ = .*)$");

  /** Every module of an application has one. */
  private static String page() throws IOException {
    ClassLoader loader = AcmeReferenceTest.class.getClassLoader();
    for (URL each : Collections.list(loader.getResources("reference.conf"))) {
      try (InputStream stream = each.openStream()) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        if (text.contains("whose type is acme,")) {
          return text;
        }
      }
    }
    return "";
  }

  @Test
  void the_limits_that_it_tells_are_those_of_the_offers() throws IOException {
    String limits =
        LIMITS.matcher(page()).results().map(found -> found.group(1)).findFirst().orElse("");
    List<String> told = LIMIT.matcher(limits).results().map(AcmeReferenceTest::line).toList();
    try (VerificationProvider provider =
        new AcmeHarness()
            .open(
                "main",
                Endpoint.of("http://127.0.0.1:9"),
                ProviderEnvironment.local(Time.system()))) {
      assertEquals(
          provider.offers().stream()
              .map(offer -> offer.check().key() + " = " + offer.limits())
              .toList(),
          told);
    }
  }

  private static String line(MatchResult limit) {
    return limit.group(1);
  }
}
