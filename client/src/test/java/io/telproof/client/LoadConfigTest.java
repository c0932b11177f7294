package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadConfigTest {
  private static final String FILE = "config.file";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(FILE);
    ConfigFactory.invalidateCaches();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("named.conf"), text);
  }

  @Test
  void the_file_that_the_system_property_names_takes_the_place_of_the_applications()
      throws IOException {
    System.setProperty(FILE, file("telproof.limits.kept = local").toString());
    ConfigFactory.invalidateCaches();
    assertThat(Telproof.loadConfig().getString("telproof.limits.kept")).isEqualTo("local");
  }

  @Test
  void a_variable_that_is_not_set_is_left_to_be_reported_with_the_rest() throws IOException {
    Config config =
        Telproof.loadConfig(
            file("telproof.providers.main { type = tencent, a = ${NOT_SET_ANYWHERE} }"));
    assertThatThrownBy(() -> Telproof.open(config))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("telproof.providers.main.type");
  }

  @Test
  void a_file_that_is_not_there_is_said() {
    assertThatThrownBy(() -> Telproof.loadConfig(folder.resolve("missing.conf")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("missing.conf");
  }

  @Test
  void what_is_no_hocon_is_told_by_its_line_and_not_quoted() throws IOException {
    for (String wrong :
        new String[] {
          "telproof.providers.main {\n  secret-key \"CanaryKey0815\"\n}",
          "telproof.providers.main {\n  secret-key = \"CanaryKey0815\n}",
          "telproof.providers.main = ${CanaryKey0815\n}",
        }) {
      Path file = file(wrong);
      assertThatThrownBy(() -> Telproof.loadConfig(file))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("named.conf: ")
          .hasMessageContaining("is not HOCON")
          .hasMessageNotContaining("CanaryKey0815")
          .hasNoCause();
      System.setProperty(FILE, file.toString());
      ConfigFactory.invalidateCaches();
      assertThatThrownBy(Telproof::loadConfig)
          .hasMessageContaining("is not HOCON")
          .hasMessageNotContaining("CanaryKey0815")
          .hasNoCause();
    }
  }
}
