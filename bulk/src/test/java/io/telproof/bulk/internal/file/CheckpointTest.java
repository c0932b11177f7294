package io.telproof.bulk.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Charge;
import io.telproof.bulk.Totals;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CheckpointTest {
  private static final int CASES = 500;

  private final Random random = new Random(14);

  private long any() {
    return random.nextLong(1L << random.nextInt(1, 62));
  }

  private List<Long> several() {
    return random.longs(random.nextInt(5), 1, Long.MAX_VALUE).boxed().toList();
  }

  private Checkpoint one() {
    Map<Charge, Long> charges = Charges.none();
    charges.replaceAll((charge, none) -> any());
    return new Checkpoint(
        any(),
        several(),
        any(),
        any(),
        any(),
        new Totals(any(), any(), any(), any(), any(), charges),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
        random.nextInt(9),
        several(),
        random.nextBoolean());
  }

  private static Checkpoint read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return Checkpoint.of(properties);
  }

  @Test
  void what_is_written_is_read_again() throws Exception {
    for (int i = 0; i < CASES; i++) {
      Checkpoint checkpoint = one();
      assertThat(read(checkpoint.text())).isEqualTo(checkpoint);
    }
  }

  @Test
  void no_line_of_it_can_be_missing() {
    String text = one().text();
    for (String line : text.lines().toList()) {
      assertThatIllegalArgumentException()
          .as(line)
          .isThrownBy(() -> read(text.replace(line + "\n", "")));
    }
  }

  @Test
  void rows_that_are_asked_again_are_in_doubt_no_more() {
    Totals totals = new Totals(5, 0, 0, 0, 2, Charges.none());
    Checkpoint before =
        new Checkpoint(7, List.of(), 9, 9, 9, totals, Instant.EPOCH, 0, List.of(3L), true);
    Checkpoint after = before.askingAgain(List.of(5L, 2L));
    assertThat(after.again()).containsExactly(2L, 3L, 5L);
    assertThat(after.totals().doubtful()).isZero();
    assertThat(after.doubts()).as("their table begins anew").isZero();
    assertThat(after.generation()).isOne();
    assertThat(after.finished()).isFalse();
  }
}
