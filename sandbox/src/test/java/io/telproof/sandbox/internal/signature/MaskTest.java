package io.telproof.sandbox.internal.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may see of what is personal. */
final class MaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phone=13800138000&Name=%E9%9F%A6+a | Phone=138****8000&Name=%XX%XX%XX+*",
        "Name=%e9%9f%a6%20x*y~z%7E%2A%2B | Name=%xx%xx%xx%20***~*%7E%2A%2B",
        "PhoneNumber=%2B8613800138000 | PhoneNumber=%2B86138****8000",
        "IdentifyNum=11204416541220243X | IdentifyNum=******************",
        "Code=123456&13800138000=1&a | Code=******&***********=*&a",
        "Phone=13800138000x | Phone=************",
        "idDocument=12345678901 | idDocument=***********"
      })
  void values_of_a_query_are_masked_and_how_they_are_encoded_is_not(String text, String shown) {
    assertThat(Mask.query(text)).isEqualTo(shown);
  }

  @Test
  void values_of_json_are_masked_and_how_it_is_written_is_not() {
    assertThat(
            body(
                "{\"Phone\": \"13800138000\",\n \"Name\":\"韦\\u97e6\\\"b\\/\", \"n\": [12, true, null],"
                    + " \"韦小宝\": -1.5e3}"))
        .isEqualTo(
            "{\"Phone\": \"138****8000\",\n \"Name\":\"*\\uxxxx\\\"*\\/\", \"n\": [**, true, null],"
                + " \"***\": -*.***}");
  }

  @Test
  void json_that_is_broken_off_is_masked_to_its_end() {
    assertThat(body("{\"Phone\":\"13800138000")).isEqualTo("{\"Phone\":\"***********");
    assertThat(body("{13800138000")).isEqualTo("{***********");
  }

  @Test
  void a_long_body_is_shown_to_some_length_and_a_long_string_is_no_trouble() {
    String shown = body("{\"Phone\":\"" + "\\\"1".repeat(100_000) + "\"}");
    assertThat(shown).hasSizeLessThan(21_000).endsWith("… (300012 bytes)").doesNotContain("1\\");
  }

  @Test
  void no_digit_and_no_letter_of_a_value_is_left_whatever_is_sent() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append("{}[]\":,\\% =&+7韦".charAt(random.nextInt(15)));
      }
      assertThat(body(text.toString()))
          .as("seed %d, round %d: %s", seed, round, text)
          .doesNotContain("7", "韦");
      assertThat(Mask.query(text.toString())).doesNotContain("韦");
    }
  }

  private static String body(String text) {
    return Mask.body(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void of_an_id_that_nobody_gave_the_beginning_is_shown() {
    assertThat(Mask.id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA")).isEqualTo("AKID… (36 characters)");
    assertThat(Mask.id("abc")).isEqualTo("***");
  }
}
