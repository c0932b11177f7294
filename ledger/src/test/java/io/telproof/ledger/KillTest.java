package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at any moment: what it was told is kept is there. A longer run:
 * {@code -Dtelproof.ledger.kills=200}.
 */
@Timeout(3600)
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("telproof.ledger.kills", 3);

  @TempDir private Path directory;

  /** What each question's number was told last. */
  private final Map<Integer, String> told = new TreeMap<>();

  private Process writer(int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            directory.toString(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A line that was cut off says nothing. */
  private void hear(String line) {
    int blank = line.indexOf(' ');
    if (blank > 0 && line.length() == blank + 8) {
      told.put(Integer.valueOf(line.substring(blank + 1)), line.substring(0, blank));
    }
  }

  @Test
  void what_was_told_to_be_kept_is_there_whenever_the_process_is_killed() throws Exception {
    Random random = new Random(7);
    for (int round = 1; round <= ROUNDS; round++) {
      Process writer = writer(round * 1_000_000);
      try (BufferedReader out = writer.inputReader()) {
        int lines = 20 + random.nextInt(1500);
        for (int i = 0; i < lines; i++) {
          hear(String.valueOf(out.readLine()));
        }
        if (round == 1) {
          while_another_process_writes_it_is_looked_at_and_not_written(writer.pid());
        }
        // Not by the process itself, which would close what it still has to say.
        writer.toHandle().destroyForcibly();
        out.lines().forEach(this::hear);
      } finally {
        writer.destroyForcibly().waitFor();
      }
      all_is_there();
    }
  }

  private void while_another_process_writes_it_is_looked_at_and_not_written(long pid)
      throws LedgerException {
    FileLedgerSettings settings = Questions.in(directory, 50_000);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> new FileLedgerFactory().open(settings, Time.system()))
        .withMessageStartingWith(
            "the ledger in " + directory + " is open to be written in process " + pid + ";");
    try (LedgerReader reader = new FileLedgerFactory().read(settings, Time.system())) {
      assertThat(Questions.doubts(reader)).isEmpty();
      assertThat(Questions.entries(reader)).isNotEmpty().allMatch(LedgerReader.Entry::owned);
    }
  }

  private void all_is_there() throws LedgerException {
    FileLedgerSettings settings = Questions.in(directory, 50_000);
    Map<String, LedgerReader.Entry> before;
    try (LedgerReader reader = new FileLedgerFactory().read(settings, Time.system())) {
      before = entries(reader);
    }
    FileLedger ledger = FileLedger.open(settings, Time.system(), SegmentFiles.ON_DISK);
    try {
      assertThat(entries(ledger)).isEqualTo(before);
      assertThat(before.values()).noneMatch(LedgerReader.Entry::owned);
      for (Map.Entry<Integer, String> each : told.entrySet()) {
        int number = each.getKey();
        LedgerReader.Entry entry =
            Optional.ofNullable(before.get(Questions.id(number)))
                .orElseThrow(() -> new AssertionError(each + " is lost"));
        KeyClaim claim = ledger.claim(Questions.key(number));
        if (each.getValue().equals("intent") && entry.settlement().isEmpty()) {
          assertThat(claim).isInstanceOf(KeyClaim.InDoubt.class);
        } else {
          assertThat(entry.settlement()).as("%s", each).isPresent();
          assertThat(claim).isInstanceOf(KeyClaim.Concluded.class);
        }
      }
    } finally {
      ledger.abandon();
    }
  }

  private static Map<String, LedgerReader.Entry> entries(LedgerReader ledger)
      throws LedgerException {
    return Questions.entries(ledger).stream()
        .collect(Collectors.toMap(entry -> entry.intent().id(), Function.identity()));
  }
}
