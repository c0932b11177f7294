package io.telproof.testkit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisesTest {
  private static final String CANARY = "hV7pLq2XwT9sK";

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "id", "id:", "{\"sub\":"})
  void a_text_is_found_in_the_middle_of_what_was_encoded_as_a_whole(String before) {
    byte[] whole = (before + CANARY + "!").getBytes(UTF_8);
    assertThat(Disguises.found(CANARY, "Basic " + Base64.getEncoder().encodeToString(whole)))
        .contains("in base64 ");
    assertThat(Disguises.found(CANARY, Base64.getUrlEncoder().encodeToString(whole)))
        .contains("in base64 ");
  }

  @Test
  void what_is_not_there_is_not_found() {
    byte[] other = ("id:" + CANARY.substring(1)).getBytes(UTF_8);
    assertThat(Disguises.found(CANARY, Base64.getEncoder().encodeToString(other))).isEmpty();
    assertThat(Disguises.found(CANARY, "nothing of it")).isEmpty();
    assertThat(Disguises.found(CANARY, "in clear: " + CANARY)).contains("");
  }
}
