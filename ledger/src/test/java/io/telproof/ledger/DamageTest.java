package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telproof.Charge;
import io.telproof.Sensitive;
import io.telproof.ledger.LedgerRecord.Conclusion;
import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import io.telproof.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are cut off or changed anywhere: what is shown afterwards is what was written, with
 * all that stands before the damage, or it is said which file is damaged where.
 */
final class DamageTest {
  private static final int SEGMENT = 1500;

  @TempDir private Path folder;
  private final Time time = VirtualTime.at(Questions.START);

  /** The records as they were written, by their addresses. */
  private final TreeMap<Long, LedgerRecord> written = new TreeMap<>();

  private Path original;

  @BeforeEach
  void originals() throws IOException {
    original = Files.createDirectories(folder.resolve("original"));
  }

  /** Two owners, the second one killed or closed. */
  private void write(boolean killed) throws Exception {
    FileLedger first = open(original);
    for (int i = 1; i <= 8; i++) {
      ask(first, i, i % 2 == 0);
    }
    first.intend(Questions.intent(9).withKey(Questions.key(9)));
    first.close();
    FileLedger second = open(original);
    for (int i = 10; i <= 14; i++) {
      ask(second, i, true);
    }
    second.intend(Questions.intent(15));
    second.settle(Questions.settled(15, Charge.FREE));
    if (killed) {
      second.abandon();
    } else {
      second.close();
    }
    new JournalScan(original).run(type -> true, written::put);
  }

  private static void ask(Ledger ledger, int number, boolean concluded) throws LedgerException {
    String key = Questions.key(number);
    ledger.claim(key);
    ledger.intend(Questions.intent(number).withKey(key));
    ledger.settle(Questions.settled(number, Charge.CHARGED));
    if (concluded) {
      ledger.conclude(
          key,
          Settlement.KNOWN,
          Questions.receipt(number),
          Optional.of(Sensitive.of("c2VhbGVk")),
          Questions.ALWAYS);
    } else {
      ledger.release(key);
    }
  }

  private FileLedger open(Path directory) throws LedgerException {
    return (FileLedger) new FileLedgerFactory().open(Questions.in(directory, SEGMENT), time);
  }

  private Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(original.relativize(file)));
      }
    }
    return copy;
  }

  /** What has to be shown where nothing from this address on is there. */
  private Map<String, Optional<Settlement>> before(long address) {
    Map<String, Optional<Settlement>> expected = new LinkedHashMap<>();
    written
        .headMap(address)
        .values()
        .forEach(
            record -> {
              if (record instanceof IntentRecord intent) {
                expected.put(intent.intent().id(), Optional.empty());
              } else if (record instanceof SettlementRecord settled) {
                expected.put(settled.settlement().id(), Optional.of(settled.settlement()));
              }
            });
    return expected;
  }

  private static Map<String, Optional<Settlement>> shown(LedgerReader ledger)
      throws LedgerException {
    Map<String, Optional<Settlement>> shown = new LinkedHashMap<>();
    Questions.entries(ledger).forEach(e -> shown.put(e.intent().id(), e.settlement()));
    return shown;
  }

  /** Opens what is damaged, and expects what stands before, or to hear where the damage is. */
  private boolean isToldOrRight(Path directory, long record, String what) throws Exception {
    Segment damaged = Segment.of(directory, Address.segment(record));
    try {
      try (LedgerReader reader =
          new FileLedgerFactory().read(Questions.in(directory, SEGMENT), time)) {
        assertThat(shown(reader)).as(what).isEqualTo(before(record));
      }
      FileLedger ledger = open(directory);
      assertThat(shown(ledger)).as(what).isEqualTo(before(record));
      assertThatKeysAreRight(ledger, record, what);
      // What is written from now on is found again.
      ledger.intend(Questions.intent(99));
      ledger.abandon();
      FileLedger again = open(directory);
      assertThat(shown(again))
          .as(what)
          .containsKey(Questions.id(99))
          .hasSize(before(record).size() + 1);
      again.abandon();
      return false;
    } catch (LedgerException e) {
      assertThat(e.getMessage())
          .as(what)
          .startsWith(damaged.file() + " is damaged at byte " + Address.offset(record) + ",");
      return true;
    }
  }

  private void assertThatKeysAreRight(Ledger ledger, long record, String what)
      throws LedgerException {
    Map<String, Optional<Settlement>> before = before(record);
    for (int i = 1; i <= 14; i++) {
      String key = Questions.key(i);
      KeyClaim claim = ledger.claim(key);
      boolean concluded =
          written.headMap(record).values().stream()
              .anyMatch(each -> each instanceof Conclusion end && end.key().equals(key));
      Optional<Settlement> settled = before.getOrDefault(Questions.id(i), Optional.empty());
      if (concluded || settled.isPresent()) {
        assertThat(claim).as(what + ", key " + i).isInstanceOf(KeyClaim.Concluded.class);
        assertThat(((KeyClaim.Concluded) claim).answer().isPresent()).isEqualTo(concluded);
      } else if (before.containsKey(Questions.id(i))) {
        assertThat(claim).as(what + ", key " + i).isInstanceOf(KeyClaim.InDoubt.class);
      } else {
        assertThat(claim).as(what + ", key " + i).isEqualTo(new KeyClaim.Granted());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_that_ends_anywhere_is_gone_on_with_where_its_last_whole_record_ends(boolean killed)
      throws Exception {
    write(killed);
    List<Segment> segments = Segment.in(original);
    assertThat(segments).as("so that there is something before").hasSizeGreaterThan(3);
    Segment last = segments.get(segments.size() - 1);
    int length = (int) Files.size(last.file());
    for (int at = Segment.HEADER; at < length; at += killed ? 3 : 11) {
      Path copy = copy("cut-" + at);
      byte[] bytes = Files.readAllBytes(last.file());
      Files.write(Segment.of(copy, last.number()).file(), Arrays.copyOf(bytes, at));
      long cut = Address.of(last.number(), at);
      long begun = written.floorKey(cut - 1);
      boolean whole = written.containsKey(cut);
      assertThat(isToldOrRight(copy, whole ? cut : begun, "cut at " + at)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_changed_bit_is_told_or_what_stands_before_it_is_shown(boolean killed) throws Exception {
    write(killed);
    Random random = new Random(20260101);
    List<Segment> segments = Segment.in(original);
    List<String> silent = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Segment segment = segments.get(random.nextInt(segments.size()));
      byte[] bytes = Files.readAllBytes(segment.file());
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Path copy = copy("flip-" + i);
      Files.write(Segment.of(copy, segment.number()).file(), bytes);
      if (random.nextBoolean()) {
        Files.delete(copy.resolve("keys.index"));
      }
      long record =
          at < Segment.HEADER
              ? Address.of(segment.number(), 0)
              : written.floorKey(Address.of(segment.number(), at));
      String what = "bit in byte " + at + " of segment " + segment.number();
      if (!isToldOrRight(copy, record, what)) {
        silent.add(what);
        assertThat(record)
            .as(what + " was on the disk and something stands behind it")
            .isGreaterThanOrEqualTo(lastForced());
      }
    }
    assertThat(silent.size()).isLessThan(60);
  }

  /** The last intent's end, or the record that closes: all before is known to be on the disk. */
  private long lastForced() {
    return written.entrySet().stream()
        .filter(each -> each.getValue() instanceof IntentRecord)
        .mapToLong(Map.Entry::getKey)
        .max()
        .orElseThrow();
  }

  @Test
  void a_file_that_is_missing_between_others_is_told() throws Exception {
    write(false);
    Segment second = Segment.in(original).get(1);
    Files.delete(second.file());
    assertThat(catchThrowable(() -> open(original)))
        .isInstanceOf(LedgerException.class)
        .hasMessageStartingWith(second.file() + " is missing between others; put it back");
  }

  @Test
  void the_oldest_files_may_be_taken_away_and_their_keys_are_forgotten() throws Exception {
    write(false);
    Segment first = Segment.in(original).get(0);
    Files.delete(first.file());
    FileLedger ledger = open(original);
    assertThat(shown(ledger)).doesNotContainKey(Questions.id(1)).containsKey(Questions.id(14));
    assertThat(ledger.claim(Questions.key(1))).isEqualTo(new KeyClaim.Granted());
    assertThat(ledger.claim(Questions.key(14))).isInstanceOf(KeyClaim.Concluded.class);
    assertThat(IntStream.of(9).mapToObj(Questions::id).toList())
        .isEqualTo(Questions.ids(Questions.doubts(ledger)));
    ledger.close();
  }

  @Test
  void a_file_of_another_ledger_is_told() throws Exception {
    write(false);
    List<Segment> segments = Segment.in(original);
    Path other = folder.resolve("other");
    FileLedger ledger = open(other);
    ledger.close();
    byte[] header = Files.readAllBytes(Segment.of(other, 1).file());
    long number = Segment.of(other, 1).ledger(header).orElseThrow();
    Segment last = segments.get(segments.size() - 1);
    Segment next = Segment.of(original, last.number() + 1);
    Files.write(next.file(), next.header(number));
    Files.delete(original.resolve("keys.index"));
    assertThat(catchThrowable(() -> open(original)))
        .isInstanceOf(LedgerException.class)
        .hasMessageStartingWith(next.file() + " belongs to another ledger");
  }
}
