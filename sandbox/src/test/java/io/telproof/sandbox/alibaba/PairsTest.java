package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PairsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | ''",
        "b=1&a=2              | a=2&b=1",
        "a=2&a=1              | a=1&a=2",
        "a                    | a=",
        "a=                   | a=",
        "a=b=c                | a=b%3Dc",
        "a=x+y*~%7E%2a        | a=x%20y%2A~~%2A",
        "a=%e5%bc%a0          | a=%E5%BC%A0",
        "A=1&a=2&B=3          | A=1&B=3&a=2",
      })
  void a_query_is_brought_into_the_signatures_form(String sent, String canonical) throws Refusal {
    assertThat(Pairs.decode(sent).canonical()).isEqualTo(canonical);
  }

  @Test
  void what_is_not_percent_encoded_is_refused() {
    assertThatThrownBy(() -> Pairs.decode("a=%zz"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("InvalidParameter.Format"));
  }
}
