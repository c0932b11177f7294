package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.Charge;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of a ledger in files beside what is true of every ledger. */
@Timeout(120)
final class FileLedgerTest {
  private static final long LARGE = 1 << 20;

  @TempDir private Path directory;
  private final VirtualTime time = VirtualTime.at(Questions.START);

  /** How many bytes still go on the disk; it is full afterwards. */
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  private final AtomicInteger forces = new AtomicInteger();
  private boolean isBroken;

  /** A disk of which the test says how large it is, and whether it works. */
  private final class SmallDisk implements SegmentFile {
    private final DiskFile file;

    SmallDisk(Path path) throws IOException {
      this.file = new DiskFile(path);
    }

    @Override
    public void append(byte[] bytes) throws IOException {
      long left = room.getAndAdd(-bytes.length);
      if (left < bytes.length) {
        room.addAndGet(bytes.length);
        file.append(Arrays.copyOf(bytes, (int) left));
        throw new IOException("No space left on device");
      }
      file.append(bytes);
    }

    @Override
    public void cut(long length) throws IOException {
      file.cut(length);
    }

    @Override
    public void force() throws IOException {
      forces.incrementAndGet();
      if (isBroken) {
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  private FileLedger open(long segmentBytes) throws LedgerException {
    return FileLedger.open(Questions.in(directory, segmentBytes), time, SmallDisk::new);
  }

  @Test
  void files_are_rotated_at_a_size_and_none_is_deleted() throws Exception {
    FileLedger ledger = open(3000);
    for (int i = 1; i <= 60; i++) {
      ledger.intend(Questions.intent(i));
      ledger.settle(Questions.settled(i, Charge.CHARGED));
    }
    ledger.close();
    assertThat(Segment.in(directory))
        .hasSizeGreaterThan(4)
        .allSatisfy(segment -> assertThat(Files.size(segment.file())).isLessThanOrEqualTo(3000));
    FileLedger again = open(3000);
    assertThat(Questions.ids(Questions.entries(again)))
        .isEqualTo(IntStream.rangeClosed(1, 60).mapToObj(Questions::id).toList());
    again.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 100})
  void a_record_for_which_there_is_no_room_leaves_nothing_behind_and_hides_nothing_later(int left)
      throws Exception {
    FileLedger ledger = open(LARGE);
    ledger.claim(Questions.key(2));
    ledger.intend(Questions.intent(1));
    room.set(left);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.intend(Questions.intent(2).withKey(Questions.key(2))))
        .withMessage(
            "the ledger's file %s could not be written (No space left on device); is the disk full?",
            Segment.of(directory, 1).file());
    ledger.release(Questions.key(2));
    assertThat(ledger.claim(Questions.key(2))).isEqualTo(new KeyClaim.Granted());
    room.set(Long.MAX_VALUE);
    ledger.intend(Questions.intent(3));
    ledger.settle(Questions.settled(1, Charge.FREE));
    ledger.abandon();
    FileLedger again = open(LARGE);
    assertThat(Questions.ids(Questions.entries(again)))
        .containsExactly(Questions.id(1), Questions.id(3));
    assertThat(Questions.ids(Questions.doubts(again))).containsExactly(Questions.id(3));
    again.close();
  }

  @Test
  void a_next_file_for_which_there_is_no_room_is_begun_once_there_is() throws Exception {
    FileLedger ledger = open(200);
    ledger.intend(Questions.intent(1));
    room.set(10);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.intend(Questions.intent(2)))
        .withMessage(
            "the ledger's next file %s could not be begun (No space left on device); is the disk"
                + " full?",
            Segment.of(directory, 2).file());
    room.set(Long.MAX_VALUE);
    ledger.intend(Questions.intent(9));
    ledger.close();
    FileLedger again = open(200);
    assertThat(Questions.ids(Questions.entries(again)))
        .containsExactly(Questions.id(1), Questions.id(9));
    again.close();
  }

  @Test
  void nothing_is_written_any_more_after_the_disk_has_not_taken_what_was_written()
      throws Exception {
    FileLedger ledger = open(LARGE);
    ledger.intend(Questions.intent(1));
    isBroken = true;
    String told =
        "the disk did not take what was written in "
            + directory
            + " (Input/output error); mend it, and open the ledger again";
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.intend(Questions.intent(2)))
        .withMessage(told);
    isBroken = false;
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.intend(Questions.intent(3)))
        .withMessage(told);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.claim(Questions.key(1)))
        .withMessage(told);
    ledger.close();
    FileLedger again = open(LARGE);
    again.intend(Questions.intent(4));
    assertThat(Questions.ids(Questions.entries(again)))
        .contains(Questions.id(1), Questions.id(4))
        .doesNotContain(Questions.id(3));
    again.close();
  }

  @Test
  void what_came_of_a_question_is_forced_a_second_later_where_nobody_else_does() throws Exception {
    FileLedger ledger = open(LARGE);
    ledger.intend(Questions.intent(1));
    int before = forces.get();
    ledger.settle(Questions.settled(1, Charge.FREE));
    assertThat(forces).as("nobody waits for it").hasValue(before);
    while (forces.get() == before) {
      time.advance(Duration.ofSeconds(1));
      Thread.onSpinWait();
    }
    ledger.close();
  }

  @Test
  void an_intent_waits_for_the_disk_unless_it_is_to_survive_the_process_alone() throws Exception {
    try (FileLedger ledger = open(LARGE)) {
      int before = forces.get();
      ledger.intend(Questions.intent(1));
      assertThat(forces).hasValue(before + 1);
    }
    FileLedger ledger =
        FileLedger.open(Questions.in(directory, LARGE, Survival.PROCESS_END), time, SmallDisk::new);
    // The first goes to the disk with the record of the start, the second by itself.
    for (int number = 2; number <= 3; number++) {
      int before = forces.get();
      ledger.intend(Questions.intent(number));
      assertThat(forces).as("nobody waits for it").hasValue(before);
      while (forces.get() == before) {
        time.advance(Duration.ofSeconds(1));
        Thread.onSpinWait();
      }
    }
    ledger.abandon();
    FileLedger again = open(LARGE);
    assertThat(Questions.ids(Questions.doubts(again)))
        .containsExactly(Questions.id(1), Questions.id(2), Questions.id(3));
    again.close();
  }

  @Test
  void a_directory_has_one_writer_and_it_is_said_what_to_do() throws Exception {
    FileLedger ledger = open(LARGE);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> open(LARGE))
        .withMessage(
            "the ledger in %s is open to be written in this process; one process alone writes in a"
                + " ledger in files: end that one, give each a directory of its own, or share a"
                + " ledger by kept = jdbc",
            directory);
    ledger.intend(Questions.intent(1));
    ledger.close();
    open(LARGE).close();
  }

  @Test
  void a_directory_that_cannot_be_one_is_told() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    FileLedgerSettings settings = Questions.in(file.resolve("ledger"), LARGE);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> new FileLedgerFactory().open(settings, time))
        .withMessageStartingWith("the ledger in " + file.resolve("ledger") + " cannot be opened (")
        .withMessageEndingWith("); can this process make files there, and is there room?");
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> new FileLedgerFactory().read(settings, time))
        .withMessage(
            "there is no ledger in %s; is it the directory of the application?",
            file.resolve("ledger"));
  }

  @Test
  void questions_are_shown_in_order_and_with_their_ends_however_late_these_come() throws Exception {
    int count = 10_000;
    try (FileLedger ledger = FileLedger.open(Questions.in(directory, LARGE), time, Unforced::new)) {
      ledger.intend(Questions.intent(1));
      ledger.intend(Questions.intent(count));
      for (int i = 2; i < count; i++) {
        ledger.intend(Questions.intent(i ^ 1));
        if (i % 3 > 0) {
          ledger.settle(Questions.settled(i ^ 1, Charge.CHARGED));
        }
      }
      ledger.settle(Questions.settled(1, Charge.POSSIBLE));
      AtomicInteger shown = new AtomicInteger();
      ledger.entries(
          Questions.START.plusMillis(1),
          Questions.START.plusMillis(count - 5000),
          entry -> {
            int number = shown.incrementAndGet();
            assertThat(entry.intent().id()).isEqualTo(Questions.id(number));
            assertThat(entry.settlement().isPresent())
                .isEqualTo(number == 1 || (number ^ 1) % 3 > 0);
          });
      assertThat(shown).hasValue(count - 5001);
    }
  }

  /** Nothing is waited for. */
  private static final class Unforced implements SegmentFile {
    private final DiskFile file;

    Unforced(Path path) throws IOException {
      this.file = new DiskFile(path);
    }

    @Override
    public void append(byte[] bytes) throws IOException {
      file.append(bytes);
    }

    @Override
    public void cut(long length) throws IOException {
      file.cut(length);
    }

    @Override
    public void force() {}

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Test
  void after_an_orderly_end_doubts_and_keys_are_known_without_reading_everything()
      throws Exception {
    FileLedger ledger = open(2000);
    for (int i = 1; i <= 40; i++) {
      ledger.intend(Questions.intent(i).withKey(Questions.key(i)));
      if (i > 1) {
        ledger.settle(Questions.settled(i, Charge.CHARGED));
      }
    }
    ledger.close();
    Segment unread = Segment.in(directory).get(1);
    byte[] bytes = Files.readAllBytes(unread.file());
    bytes[Segment.HEADER + 4] ^= 1;
    Files.write(unread.file(), bytes);
    FileLedger again = open(2000);
    assertThat(Questions.ids(Questions.doubts(again))).containsExactly(Questions.id(1));
    assertThat(again.claim(Questions.key(1)))
        .isEqualTo(new KeyClaim.InDoubt(List.of(Questions.intent(1).withKey(Questions.key(1)))));
    assertThat(again.claim(Questions.key(40))).isInstanceOf(KeyClaim.Concluded.class);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> Questions.entries(again))
        .withMessageStartingWith(unread.file() + " is damaged at byte 32, ");
    again.close();
  }

  @ParameterizedTest
  @CsvSource({"64KiB,65536", "64 MiB,67108864", "1GiB,1073741824"})
  void a_size_is_read_as_it_is_written(String text, long bytes) {
    assertThat(SegmentSize.of(text).bytes()).isEqualTo(bytes);
    assertThat(SegmentSize.of(SegmentSize.of(text).toString())).isEqualTo(SegmentSize.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "64", "63KiB", "2GiB", "64MB", "-1MiB"})
  void a_size_that_is_none_is_refused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SegmentSize.of(text))
        .withMessage("expected a size of 64 KiB to 1 GiB, as in 64MiB");
  }

  @Test
  void what_is_in_force_unless_said_is_what_is_shown() {
    FileLedgerSettings settings =
        new FileLedgerSettings(
            LedgerDirectory.of("/var/lib/shop"), Optional.empty(), Optional.empty());
    assertThat(FileLedgerSettings.DEFAULTS)
        .containsOnly(Map.entry("rotate-at", "64MiB"), Map.entry("survives", "power-loss"));
    assertThat(settings.survival()).isEqualTo(Survival.POWER_LOSS);
    assertThat(settings.segmentBytes()).isEqualTo(64 << 20);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LedgerDirectory.of(" "))
        .withMessage("expected a directory, as in \"/var/lib/shop/ledger\"");
  }
}
