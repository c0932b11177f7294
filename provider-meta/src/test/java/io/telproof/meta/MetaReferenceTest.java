package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all keys of this module, beside the record that they are bound to. */
final class MetaReferenceTest {
  private static final Pattern KEY = Pattern.compile("(?m)^ *# ([a-z0-9-]+) = (.*)$");
  private static final Pattern LIMITS = Pattern.compile("(?s) *# limits \\{\n(.*?)\n *# }\n");

  private static String page() throws IOException {
    return Files.readString(Path.of("src/main/resources/reference.conf"));
  }

  @Test
  void the_reference_has_every_key_that_is_read_and_no_other() throws IOException {
    String settings = LIMITS.matcher(page()).replaceAll("");
    assertThat(KEY.matcher(settings).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MetaSettings.class.getRecordComponents())
                .map(each -> each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void the_limits_that_it_tells_are_those_of_the_offers() throws IOException {
    String limits = LIMITS.matcher(page()).results().findFirst().orElseThrow().group(1);
    try (VerificationProvider provider =
        new MetaProviderFactory()
            .open(
                "main",
                Settings.at("https://vendor.example", Map.of()),
                ProviderEnvironment.local(Time.system()))) {
      assertThat(KEY.matcher(limits).results().map(found -> found.group(1) + " " + found.group(2)))
          .containsExactlyElementsOf(
              provider.offers().stream()
                  .map(offer -> offer.check().key() + " " + offer.limits())
                  .toList());
    }
  }
}
