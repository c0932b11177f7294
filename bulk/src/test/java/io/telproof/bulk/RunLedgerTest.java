package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.bulk.internal.file.Row;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.client.Ledgers;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run reads in its ledger after its process was killed, and writes into it. */
final class RunLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @TempDir private Path directory;
  private RunDirectory run;
  private RunLedger ledger;

  @BeforeEach
  void open() throws Exception {
    run = RunDirectory.open(directory.resolve("out.csv"), key -> Map.of(), NOW);
    ledger = RunLedger.of(ConfigFactory.empty(), run);
    try (Ledger kept = Ledgers.open(ledger.config())) {
      intend(kept, 1, ledger.callId(question(1)).toString());
      intend(kept, 2, ledger.callId(question(2)).toString());
      intend(kept, 3, "somebody-else");
      intend(kept, 4, new CallId("ffffffffffff", 1, 0, "%032x".formatted(1)).toString());
    }
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private static Question question(long row) {
    return new Question(new Row(row, row + 1, List.of()), "query", 0, "%032x".formatted(row));
  }

  private static void intend(Ledger kept, int number, String call) throws Exception {
    kept.intend(intent(number, call));
  }

  private static Intent intent(int number, String call) {
    return Intent.of(
        "%032x".formatted(number),
        NOW,
        CheckType.TENURE,
        "main",
        "Months",
        "%032x".formatted(9),
        new CallContext(Duration.ofSeconds(1), call, Optional.empty()));
  }

  private List<String> doubts() throws Exception {
    List<String> ids = new ArrayList<>();
    try (LedgerReader reader = Ledgers.read(ledger.config())) {
      reader.doubts(entry -> ids.add(entry.intent().id()));
    }
    return ids;
  }

  @Test
  void the_rows_of_this_run_are_found_and_no_other_ones() throws Exception {
    assertThat(askedAt(NOW))
        .containsExactlyInAnyOrder(ledger.callId(question(1)), ledger.callId(question(2)));
    assertThat(askedAt(NOW.plusSeconds(3600))).isEmpty();
  }

  private List<CallId> askedAt(Instant at) throws Exception {
    List<CallId> asked = new ArrayList<>();
    ledger.askedSince(at, at, (call, entry) -> asked.add(call));
    return asked;
  }

  @Test
  void what_has_an_answer_or_is_in_doubt_is_asked_no_more_and_what_was_free_or_dismissed_is()
      throws Exception {
    try (Ledger kept = Ledgers.open(ledger.config())) {
      settled(kept, 11, Settlement.KNOWN, Charge.CHARGED);
      settled(kept, 12, Gap.NO_RECORD.name(), Charge.FREE);
      settled(kept, 13, FailureKind.INDETERMINATE.name(), Charge.POSSIBLE);
      settled(kept, 14, FailureKind.UNAVAILABLE.name(), Charge.FREE);
      settled(kept, 15, Settlement.DISMISSED, Charge.POSSIBLE);
      kept.intend(keyed(16));
    }
    List<String> tags = new ArrayList<>();
    ledger.askedForGood(NOW, NOW, tags::add);
    assertThat(tags)
        .as("nor what was asked without a key, as by a shadow")
        .containsExactlyInAnyOrder(tag(11), tag(12), tag(13), tag(16));
  }

  private static String tag(int row) {
    return question(row).tag();
  }

  private Intent keyed(int row) {
    return intent(row, ledger.callId(question(row)).toString())
        .withKey("%032x%032x".formatted(row, row));
  }

  private void settled(Ledger kept, int row, String outcome, Charge charge) throws Exception {
    Intent intent = keyed(row);
    kept.intend(intent);
    kept.settle(
        new Settlement(
            intent.id(), NOW, outcome, charge, Optional.empty(), Optional.empty(), Duration.ZERO));
  }

  @Test
  void another_place_or_other_keys_are_another_ledger() {
    Map<String, String> kept =
        Map.of(
            "telproof.ledger.kept", "file",
            "telproof.ledger.directory", "/a",
            "telproof.ledger.hash-key", "0123456789abcdef",
            "telproof.ledger.answers.key", "k");
    List<Map<String, String>> others =
        List.of(
            Map.of(),
            Map.of("telproof.ledger.directory", "/b"),
            Map.of("telproof.ledger.hash-key", "0123456789abcdeg"),
            Map.of("telproof.ledger.answers.key", "l"));
    Set<Optional<String>> marks = new HashSet<>();
    for (Map<String, String> other : others) {
      marks.add(
          RunLedger.fingerprint(
              ConfigFactory.parseMap(other).withFallback(ConfigFactory.parseMap(kept)),
              run.rowKey()));
    }
    marks.add(RunLedger.fingerprint(ConfigFactory.empty(), run.rowKey()));
    assertThat(marks).hasSize(5).allMatch(Optional::isPresent);
    assertThat(marks.toString()).doesNotContain("0123456789abcdef");
    assertThat(RunLedger.fingerprint(ConfigFactory.empty(), new byte[0])).isEmpty();
  }

  @Test
  void a_persons_word_settles_the_rows_it_is_about_and_no_other_ones() throws Exception {
    ledger.dismiss(Set.of(1L));
    assertThat(doubts())
        .containsExactlyInAnyOrder(
            "%032x".formatted(2), "%032x".formatted(3), "%032x".formatted(4));
  }
}
