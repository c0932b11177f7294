package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedSamplesTest {
  @Test
  void whatever_is_added_and_removed_they_are_as_if_sorted_anew() {
    Random random = new Random(20261126);
    SortedSamples samples = new SortedSamples(64);
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (all.size() == 64 || (!all.isEmpty() && random.nextInt(3) == 0)) {
        samples.remove(all.remove(random.nextInt(all.size())));
      } else {
        long sample = random.nextInt(40);
        samples.add(sample);
        all.add(sample);
      }
      List<Long> sorted = new ArrayList<>(all);
      Collections.sort(sorted);
      for (int percent : new int[] {0, 50, 98, 100}) {
        assertThat(samples.percentile(percent))
            .isEqualTo(sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100));
      }
    }
    samples.clear();
    assertThat(samples.percentile(98)).isZero();
  }
}
