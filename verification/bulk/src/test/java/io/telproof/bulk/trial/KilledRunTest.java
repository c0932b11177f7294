package io.telproof.bulk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.bulk.trial.BulkTrial.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the trial. */
@Tag("kills")
final class KilledRunTest {
  private static final int ROWS = 6000;
  private static final int KILLS = 3;
  private static final long SEED = 20261126;

  @Test
  void a_run_that_is_killed_asks_nothing_twice_and_ends_with_the_same_rows(@TempDir Path directory)
      throws Exception {
    Result result = BulkTrial.run(directory, ROWS, KILLS, "64m", SEED);
    assertThat(result.holds()).as(result.text()).isTrue();
    assertThat(result.kills()).as("it has to be killed at all").isPositive();
  }
}
