package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which record decides about a key. */
final class KeyIndexTest {
  private static final long LEDGER = 4711;

  @TempDir private Path directory;

  private static String random(Random random) {
    return "%016x%016x%032x".formatted(random.nextLong(), random.nextLong(), 1);
  }

  @Test
  void every_key_is_found_however_often_the_table_has_doubled() throws IOException {
    int count = 50_000;
    KeyIndex index = KeyIndex.create(directory, LEDGER, 1);
    Random keys = new Random(1);
    for (int i = 1; i <= count; i++) {
      index.put(random(keys), i);
    }
    Random same = new Random(1);
    for (int i = 1; i <= count; i++) {
      assertThat(index.get(random(same))).isEqualTo(i);
    }
    assertThat(index.get(random(keys))).isZero();
    assertThat(index.keys()).isEqualTo(count);
    assertThat(directory.resolve("keys.next")).doesNotExist();
  }

  @Test
  void keys_whose_places_are_the_same_are_told_apart_and_a_later_address_counts()
      throws IOException {
    KeyIndex index = KeyIndex.create(directory, LEDGER, 1);
    for (int i = 1; i <= 3000; i++) {
      // What decides about the place is the same.
      index.put("%016x%016x%032x".formatted(i, 5, 1), i);
      index.put("%016x%016x%032x".formatted(i, 5, 2), i + 10_000);
    }
    for (int i = 1; i <= 3000; i++) {
      assertThat(index.get("%016x%016x%032x".formatted(i, 5, 3))).isEqualTo(i + 10_000);
    }
    assertThat(index.keys()).isEqualTo(3000);
  }

  @Test
  void it_is_believed_where_it_was_closed_at_the_end_of_the_ledger_and_nowhere_else()
      throws IOException {
    KeyIndex index = KeyIndex.create(directory, LEDGER, 1);
    index.put(Questions.key(1), 77);
    assertThat(KeyIndex.open(directory, LEDGER, 1, 900)).as("never closed").isEmpty();
    index.close(800, 900);
    assertThat(KeyIndex.open(directory, LEDGER, 1, 901)).as("written since").isEmpty();
    assertThat(KeyIndex.open(directory, LEDGER, 2, 900)).as("a file was taken away").isEmpty();
    assertThat(KeyIndex.open(directory, 4712, 1, 900)).as("another ledger").isEmpty();
    KeyIndex again = KeyIndex.open(directory, LEDGER, 1, 900).orElseThrow();
    assertThat(again.get(Questions.key(1))).isEqualTo(77);
    assertThat(again.keys()).isEqualTo(1);
    assertThat(again.ownerEnd()).isEqualTo(800);
    again.use();
    assertThat(KeyIndex.open(directory, LEDGER, 1, 900)).as("in use").isEmpty();
    again.close(800, 900);
    byte[] file = Files.readAllBytes(directory.resolve("keys.index"));
    Files.write(directory.resolve("keys.index"), Arrays.copyOf(file, file.length - 1));
    assertThat(KeyIndex.open(directory, LEDGER, 1, 900)).as("cut off").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void the_table_that_is_made_again_from_the_files_is_the_one_that_was_kept(int seed)
      throws Exception {
    FileLedgerSettings settings = Questions.in(directory, 4000);
    FileLedger ledger = FileLedger.open(settings, Time.system(), SegmentFiles.ON_DISK);
    Random random = new Random(seed);
    for (int i = 1; i <= 300; i++) {
      String key = Questions.key(random.nextInt(80));
      if (ledger.claim(key) instanceof KeyClaim.Granted) {
        ledger.intend(Questions.intent(i).withKey(key));
        if (random.nextInt(10) > 0) {
          Charge charge = random.nextBoolean() ? Charge.FREE : Charge.POSSIBLE;
          ledger.settle(Questions.settled(i, charge));
        }
        if (random.nextInt(4) == 0) {
          ledger.conclude(key, "KNOWN", Questions.receipt(i), Optional.empty(), Questions.START);
        } else {
          ledger.release(key);
        }
      }
    }
    ledger.close();
    List<String> kept = slots(settings);
    assertThat(kept).as("keys that are decided").hasSizeGreaterThan(20);
    Files.delete(directory.resolve("keys.index"));
    assertThat(slots(settings)).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** What the next owner takes the table to be. */
  private List<String> slots(FileLedgerSettings settings) throws Exception {
    try (RecordReads reads = new RecordReads(directory)) {
      List<String> slots = new ArrayList<>();
      Recovery.of(settings.directory().path(), reads)
          .state()
          .index()
          .each((high, low, address) -> slots.add(high + " " + low + " " + address));
      return slots;
    }
  }
}
