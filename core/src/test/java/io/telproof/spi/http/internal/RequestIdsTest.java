package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

// Links that go round in a circle are followed for ever.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RequestIdsTest {
  private final RequestIds ids = new RequestIds();

  @Test
  void there_are_none_before_the_first() {
    assertThat(ids.isEmpty()).isTrue();
    ids.add("a");
    assertThat(ids.isEmpty()).isFalse();
  }

  @Test
  void an_id_is_known_again_among_the_last_4096_and_no_further_back() {
    ids.add("a");
    assertThat(IntStream.range(0, 4095).allMatch(i -> ids.add("id " + i))).isTrue();
    assertThat(ids.add("a")).isFalse();
    ids.add("one more");
    assertThat(ids.add("a")).isTrue();
  }
}
