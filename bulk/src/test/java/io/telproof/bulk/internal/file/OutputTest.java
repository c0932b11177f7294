package io.telproof.bulk.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.bulk.OutputFormat;
import io.telproof.spi.CheckType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows in doubt as a person sees them while they are asked again. */
final class OutputTest {
  private static final String FIRST = "1,2," + "x".repeat(500);
  private static final String SECOND = "2,3," + "y".repeat(500);

  @TempDir private Path directory;

  private List<String> doubts() throws Exception {
    return Files.readAllLines(directory.resolve("out.csv.doubts.csv"));
  }

  private static Outcome outcome(Charge charge) {
    Failure failure =
        Failure.of(FailureKind.INDETERMINATE, "main", "Months", "lost").withCharge(charge);
    return Outcome.of(failure, Instant.EPOCH, Duration.ZERO);
  }

  @Test
  void each_row_that_is_asked_again_is_listed_until_something_came_of_it() throws Exception {
    SortedMap<Long, String> waiting = new TreeMap<>(Map.of(1L, FIRST + '\n', 2L, SECOND + '\n'));
    try (Output output =
        new Output(
            directory.resolve("out.csv"),
            OutcomeFormat.of(OutputFormat.CSV, CheckType.TENURE),
            new KeptColumns(List.of(), List.of()),
            waiting,
            Checkpoint.begin(Instant.EPOCH))) {
      assertThat(doubts()).hasSize(3).endsWith(FIRST, SECOND);
      output.write(new Row(1, 2, List.of()), outcome(Charge.FREE));
      output.force();
      assertThat(doubts()).hasSize(3).endsWith(SECOND);
      assertThat(doubts().get(1)).startsWith("1,2,1970");
      output.write(new Row(2, 3, List.of()), outcome(Charge.FREE));
      output.force();
      assertThat(doubts()).hasSize(3);
      assertThat(doubts().get(2)).startsWith("2,3,1970");
      assertThat(output.doubtsLength())
          .isEqualTo(Files.size(directory.resolve("out.csv.doubts.csv")));
    }
    assertThat(doubts()).hasSize(3);
  }
}
