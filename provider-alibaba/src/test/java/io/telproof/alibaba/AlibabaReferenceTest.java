package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all keys of this module, beside the record that they are bound to. */
final class AlibabaReferenceTest {
  private static final Pattern KEY = Pattern.compile("(?m)^ *# ([a-z0-9-]+) = ");

  @Test
  void the_reference_has_every_key_that_is_read_and_no_other() throws IOException {
    String page = Files.readString(Path.of("src/main/resources/reference.conf"));
    assertThat(KEY.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AlibabaSettings.class.getRecordComponents())
                .map(each -> each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList());
  }
}
