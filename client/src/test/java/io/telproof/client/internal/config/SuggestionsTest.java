package io.telproof.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "same, same, 0",
    "'', abc, 3",
    "abc, '', 3",
    "ab, ba, 2"
  })
  void a_distance_counts_letters_put_in_taken_out_and_changed(String a, String b, int distance) {
    assertThat(Suggestions.distance(a, b)).isEqualTo(distance);
    assertThat(Suggestions.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void a_word_that_differs_in_capitals_and_hyphens_alone_is_the_one_that_was_meant() {
    List<String> known = List.of("key-i", "a-b-c-d-e-f", "k-e-y-i-d");
    assertThat(Suggestions.to("ABCDEF", known)).contains("a-b-c-d-e-f");
    assertThat(Suggestions.to("key_Id", known)).contains("k-e-y-i-d");
  }

  @Test
  void the_nearest_word_is_named_only_where_it_is_near() {
    List<String> known = List.of("secret-id", "secret-key", "endpoint");
    assertThat(Suggestions.to("secret-ky", known)).contains("secret-key");
    assertThat(Suggestions.to("secretid", known)).contains("secret-id");
    assertThat(Suggestions.to("colour", known)).isEmpty();
    assertThat(Suggestions.to("x", List.of())).isEmpty();
  }
}
