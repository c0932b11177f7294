package io.telproof.ledger.jdbc;

import static io.telproof.ledger.jdbc.Questions.ALWAYS;
import static io.telproof.ledger.jdbc.Questions.START;
import static io.telproof.ledger.jdbc.Questions.id;
import static io.telproof.ledger.jdbc.Questions.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JdbcLedgerReaderTest {
  private static final int MANY = 3500;

  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final JdbcLedgerFactory factory = new JdbcLedgerFactory();

  /** So many without an end, of an owner that has none; a page ends among those of one moment. */
  private void fill() throws Exception {
    factory.open(server.settings(schema), Time.system()).close();
    server.run(
        "INSERT INTO "
            + schema
            + ".intents (id, at, check_type, provider, operation, subject, correlation_id, owner)"
            + " SELECT md5(n::text)::uuid,"
            + " timestamptz '2026-01-01T00:00:00Z' + (n % 3) * interval '1 second', 'tenure',"
            + " 'main', 'TestOperation', decode('"
            + id(9)
            + "', 'hex'), 'call-' || n, 0 FROM generate_series(1, "
            + MANY
            + ") n");
  }

  @Test
  void more_than_a_page_of_questions_is_shown_each_once_and_in_order() throws Exception {
    fill();
    List<LedgerReader.Entry> shown = new ArrayList<>();
    List<LedgerReader.Entry> doubts = new ArrayList<>();
    try (LedgerReader reader = factory.read(server.settings(schema), Time.system())) {
      reader.entries(Instant.MIN, Instant.MAX, shown::add);
      reader.doubts(doubts::add);
    }
    assertThat(shown.stream().map(entry -> entry.intent().id()).distinct()).hasSize(MANY);
    assertThat(shown)
        .hasSize(MANY)
        .isSortedAccordingTo(
            Comparator.comparing((LedgerReader.Entry entry) -> entry.intent().at())
                .thenComparing(entry -> entry.intent().id()));
    assertThat(doubts).isEqualTo(shown);
  }

  @Test
  void whoever_is_shown_a_ledger_may_use_it_meanwhile_even_with_one_connection() throws Exception {
    fill();
    JdbcLedgerSettings all = server.settings(schema);
    JdbcLedgerSettings one =
        new JdbcLedgerSettings(
            all.url(),
            all.user(),
            all.password(),
            all.schema(),
            Optional.of(1),
            all.lease(),
            all.connectTimeout(),
            all.commandTimeout());
    try (Ledger ledger = factory.open(one, Time.system())) {
      List<String> dismissed = new ArrayList<>();
      ledger.entries(
          START,
          ALWAYS,
          entry -> {
            try {
              if (dismissed.size() < 20 && ledger.dismiss(entry.intent().id())) {
                dismissed.add(entry.intent().id());
              }
            } catch (LedgerException e) {
              throw new AssertionError(e);
            }
          });
      assertThat(dismissed).hasSize(20);
    }
  }

  @Test
  void what_a_text_cannot_hold_is_replaced_and_the_rest_is_kept() throws Exception {
    try (Ledger ledger = factory.open(server.settings(schema), Time.system())) {
      ledger.intend(intent(1));
      ledger.settle(
          new Settlement(
              intent(1).id(),
              START,
              "KNOWN",
              Charge.CHARGED,
              Optional.of("a\0b"),
              Optional.of("c\ud83dd — 𠀋"),
              Duration.ZERO));
      List<LedgerReader.Entry> shown = Questions.entries(ledger);
      assertThat(shown.get(0).settlement().orElseThrow().vendorCode()).contains("a\ufffdb");
      assertThat(shown.get(0).settlement().orElseThrow().requestId()).contains("c?d — 𠀋");
    }
  }
}
