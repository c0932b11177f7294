package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder, held against the RFC's grammar, the vendor's own recipe and its decoders. */
class Rfc3986Test {
  private static final long SEED = 20_261_121L;
  private static final int RUNS = 10_000;

  /** {@code *( unreserved / pct-encoded )}, in capital digits. */
  private static final Pattern GRAMMAR =
      Pattern.compile("([A-Za-z]|[0-9]|-|\\.|_|~|%[0-9A-F][0-9A-F])*");

  @ParameterizedTest
  @CsvSource({
    "' ',    %20",
    "*,      %2A",
    "~,      ~",
    "+,      %2B",
    "/,      %2F",
    "%,      %25",
    "'''',   %27",
    "欧阳·娜, %E6%AC%A7%E9%98%B3%C2%B7%E5%A8%9C",
    "𠮷,     %F0%A0%AE%B7"
  })
  void a_character_is_encoded_as_the_vendor_wants_it(String text, String encoded) {
    assertThat(Rfc3986.encode(text)).isEqualTo(encoded);
  }

  @Test
  void exactly_the_unreserved_characters_stay_as_they_are() {
    StringBuilder kept = new StringBuilder();
    for (char c = 0; c < 128; c++) {
      if (Rfc3986.encode(String.valueOf(c)).equals(String.valueOf(c))) {
        kept.append(c);
      }
    }
    assertThat(kept.toString())
        .isEqualTo("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");
  }

  @Test
  void any_text_is_encoded_by_the_grammar_and_read_back_identically() {
    Texts texts = new Texts(SEED);
    for (int run = 0; run < RUNS; run++) {
      String text = texts.next(1 + run % 24);
      String encoded = Rfc3986.encode(text);
      assertThat(encoded).as(at(run)).matches(GRAMMAR);
      assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).as(at(run)).isEqualTo(text);
      assertThat(encoded).as(at(run)).isEqualTo(recipe(text));
    }
  }

  /** The way of the vendor's documentation. */
  private static String recipe(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  @Test
  void parameters_are_in_the_order_of_their_names_and_read_back_identically() {
    Texts texts = new Texts(SEED);
    for (int run = 0; run < RUNS / 10; run++) {
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < 5; i++) {
        parameters.put("P" + texts.next(3), texts.next(i * 3));
      }
      String query = Rfc3986.parameters(parameters);
      Map<String, String> read = new TreeMap<>();
      String last = "";
      for (String pair : query.split("&", -1)) {
        List<String> halves = List.of(pair.split("=", -1));
        assertThat(halves).as(at(run)).hasSize(2);
        String name = URLDecoder.decode(halves.get(0), StandardCharsets.UTF_8);
        assertThat(name).as(at(run)).isGreaterThan(last);
        last = name;
        read.put(name, URLDecoder.decode(halves.get(1), StandardCharsets.UTF_8));
      }
      assertThat(read).as(at(run)).isEqualTo(new TreeMap<>(parameters));
    }
  }

  @Test
  void the_http_client_sends_the_canonical_query_to_the_letter() {
    Texts texts = new Texts(SEED);
    HttpUrl url = HttpUrl.get("https://dypnsapi.aliyuncs.com");
    for (int run = 0; run < RUNS / 10; run++) {
      String query =
          Rfc3986.parameters(Map.of("SignName", texts.next(12), "A", "", "Z", texts.next(1)));
      assertThat(url.newBuilder().encodedQuery(query).build().encodedQuery())
          .as(at(run))
          .isEqualTo(query);
    }
  }

  @Test
  void an_empty_value_keeps_its_equals_sign() {
    assertThat(Rfc3986.parameters(Map.of("b", "", "a", "1"))).isEqualTo("a=1&b=");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD83D, 0xDE00})
  void half_a_surrogate_pair_is_refused_and_not_replaced(int half) {
    assertThatThrownBy(() -> Rfc3986.encode("canary" + (char) half))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }

  private static String at(int run) {
    return "seed " + SEED + ", run " + run;
  }
}
