package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.MultilineSecret;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsContractTest {
  record Settings(
      Sensitive secretKey, MultilineSecret privateKey, Optional<MultilineSecret> spareKey) {}

  @ParameterizedTest
  @CsvSource({"secret-key, false", "private-key, true", "spare-key, true", "other-key, false"})
  void a_blank_is_right_in_a_key_of_several_lines_alone(String key, boolean right) {
    assertThat(SettingsContract.mayHaveLines(Settings.class, key)).isEqualTo(right);
  }
}
