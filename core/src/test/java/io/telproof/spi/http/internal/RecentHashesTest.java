package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

// Links that go round in a circle are followed for ever.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RecentHashesTest {
  private final RecentHashes hashes = new RecentHashes(8);

  @Test
  void a_text_is_there_until_as_many_others_have_come_as_are_kept() {
    assertThat(hashes.add("a")).isTrue();
    assertThat(IntStream.range(0, 7).allMatch(i -> hashes.add("other " + i))).isTrue();
    assertThat(hashes.add("a")).isFalse();
    assertThat(hashes.add("one more")).isTrue();
    assertThat(hashes.add("a")).isTrue();
  }

  @Test
  void a_text_that_is_there_is_not_made_younger_by_coming_again() {
    hashes.add("a");
    IntStream.range(0, 7).forEach(i -> hashes.add("other " + i));
    hashes.add("a");
    hashes.add("one more");
    assertThat(hashes.add("a")).isTrue();
  }

  @Test
  void texts_that_differ_in_little_are_different() {
    RecentHashes many = new RecentHashes(1024);
    assertThat(many.add("")).isTrue();
    for (int at = 0; at < 36; at++) {
      StringBuilder id = new StringBuilder("4ee8ad46-0000-4000-8000-000000000000");
      for (char other : "xyz\u4e00\u0100".toCharArray()) {
        id.setCharAt(at, other);
        assertThat(many.add(id.toString())).as(id.toString()).isTrue();
      }
    }
    assertThat(IntStream.range(1, 100).allMatch(length -> many.add("0".repeat(length)))).isTrue();
  }

  @Test
  void whatever_comes_it_is_as_a_set_that_forgets_the_oldest() {
    Random random = new Random(20261127);
    RecentHashes kept = new RecentHashes(64);
    Set<String> model = new LinkedHashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String text = new UUID(0, random.nextInt(200)).toString();
      boolean added = model.add(text);
      if (model.size() > 64) {
        model.remove(model.iterator().next());
      }
      assertThat(kept.add(text)).isEqualTo(added);
    }
  }
}
