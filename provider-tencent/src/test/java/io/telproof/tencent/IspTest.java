package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Carrier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IspTest {
  @ParameterizedTest(name = "«{0}» is {1}")
  @CsvSource({
    "移动, china-mobile",
    "mobile, china-mobile",
    "Mobile, china-mobile",
    "China Mobile, china-mobile",
    "联通, china-unicom",
    "cucc, china-unicom",
    "CUCC, china-unicom",
    "China Unicom, china-unicom",
    "电信, china-telecom",
    "telecom, china-telecom",
    "Telecom, china-telecom",
    "China Telecom, china-telecom",
    "广电, china-broadnet",
    "'', unknown",
    "' ', unknown",
    "somebody else, unknown",
  })
  void a_carrier_is_known_in_every_spelling(String spelling, String carrier) {
    assertThat(Isp.carrier(spelling)).isEqualTo(new Carrier(carrier));
  }
}
