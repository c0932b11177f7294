package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Telproof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/spring-boot.md shows of a configuration is true. */
final class PageTest {
  private static final Path PAGE = Path.of("../docs/spring-boot.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(yaml|properties)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(TELPROOF.*)` \\| `(.*)` \\|$", Pattern.MULTILINE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final String ACCOUNTS =
      """
      telproof.providers:
        main: {type: tencent, secret-id: an-id, secret-key: a-key}
        ali: {type: alibaba, access-key-id: an-id, access-key-secret: a-key}
      """;

  @TempDir private Path directory;

  @Test
  void a_configuration_that_is_shown_has_no_problems() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "a-key\n");
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
    assertThat(blocks).hasSize(2);
    for (MatchResult block : blocks) {
      String text = block.group(2).replaceAll("/run/secrets/[a-z-]+", secret.toString());
      Map<String, Object> variables = new HashMap<>();
      PLACEHOLDER.matcher(text).results().forEach(each -> variables.put(each.group(1), "an-id"));
      Sources sources = new Sources().system(variables);
      (block.group(1).equals("yaml")
              ? sources.yaml("shown.yml", text)
              : sources.properties("shown.properties", text))
          .yaml("accounts.yml", ACCOUNTS);
      EnvironmentConfig.Reading reading = sources.read();
      assertThat(reading.problems()).isEmpty();
      assertThat(Telproof.examine(reading.config()).problems()).isEmpty();
    }
  }

  @Test
  void a_variable_of_the_table_is_its_key() throws IOException {
    Matcher row = ROW.matcher(Files.readString(PAGE));
    int rows = 0;
    while (row.find()) {
      for (String variable : List.of(row.group(1).split("`, `", -1))) {
        rows++;
        assertThat(
                new EnvironmentVariables(List.of(), List.of("main"), List.of())
                    .key(variable)
                    .map(PropertyName::path))
            .hasValue(row.group(2));
      }
    }
    assertThat(rows).isEqualTo(6);
  }
}
