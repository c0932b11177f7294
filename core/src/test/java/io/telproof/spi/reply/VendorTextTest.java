package io.telproof.spi.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is looked at by hand, beside the same in the words of a pattern. */
class VendorTextTest {
  private static final String ALPHABET = "0123456789abcfgzAFZ._/-:* \u0661\u00e9";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._/-]{1,96}");
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9](?:[._/-]*[0-9]){5}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:*-]{1,96}");
  private static final Pattern SEVEN_DIGITS =
      Pattern.compile(".*[0-9](?:[._:*-]*[0-9]){6}.*|[0-9]{5,}");

  @Test
  void a_code_is_what_the_pattern_says() {
    Random random = new Random(20261126);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random, random.nextInt(20));
      assertThat(VendorText.isCode(text))
          .as(text)
          .isEqualTo(CODE.matcher(text).matches() && !SIX_DIGITS.matcher(text).find());
    }
    assertThat(VendorText.isCode("c".repeat(96))).isTrue();
    assertThat(VendorText.isCode("c".repeat(97))).isFalse();
  }

  @Test
  void a_short_id_is_what_the_pattern_says() {
    Random random = new Random(20261126);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random, random.nextInt(20));
      assertThat(VendorText.isRequestId(text))
          .as(text)
          .isEqualTo(ID.matcher(text).matches() && !SEVEN_DIGITS.matcher(text).matches());
    }
  }

  @Test
  void a_UUID_of_any_digits_is_an_id_and_what_is_nearly_one_is_not_for_that() {
    Random random = new Random(20261126);
    for (int i = 0; i < 1_000; i++) {
      String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
      assertThat(VendorText.isRequestId(uuid)).isTrue();
      assertThat(VendorText.isRequestId(uuid.toUpperCase(java.util.Locale.ROOT))).isTrue();
    }
    String digits = "12345678-1234-1234-1234-123456789012";
    assertThat(VendorText.isRequestId(digits)).isTrue();
    assertThat(VendorText.isRequestId(digits.replace("-", "."))).isFalse();
    assertThat(VendorText.isRequestId("g" + digits.substring(1))).isFalse();
    assertThat(VendorText.isRequestId(digits + "1")).isFalse();
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
