package io.telproof.ledger.jdbc;

import static io.telproof.ledger.jdbc.Questions.ALWAYS;
import static io.telproof.ledger.jdbc.Questions.doubts;
import static io.telproof.ledger.jdbc.Questions.entries;
import static io.telproof.ledger.jdbc.Questions.id;
import static io.telproof.ledger.jdbc.Questions.intent;
import static io.telproof.ledger.jdbc.Questions.key;
import static io.telproof.ledger.jdbc.Questions.receipt;
import static io.telproof.ledger.jdbc.Questions.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.Charge;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.KeyClaim.Granted;
import io.telproof.spi.ledger.KeyClaim.InDoubt;
import io.telproof.spi.ledger.KeyClaim.UnderWay;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.time.Time;
import io.telproof.testkit.CapturedLogs;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process that stood still for longer than its lease: the others have taken it for dead, and it
 * does not know. The lease is ended here in its row, which is all that time would do.
 */
final class LostLeaseTest {
  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final List<Ledger> others = new ArrayList<>();
  private Ledger stood;

  @BeforeEach
  void open() throws LedgerException {
    stood = new JdbcLedgerFactory().open(server.settings(schema), Time.system());
  }

  /** The other one comes after it. */
  private Ledger standStill() throws LedgerException, SQLException {
    server.endLeases(schema);
    Ledger other = new JdbcLedgerFactory().open(server.settings(schema), Time.system());
    others.add(other);
    return other;
  }

  @AfterEach
  void close() {
    stood.close();
    others.forEach(Ledger::close);
  }

  @Test
  void it_asks_no_more_under_a_key_that_another_one_has_by_now() throws Exception {
    stood.claim(key(1));
    Ledger other = standStill();
    assertThat(other.claim(key(1))).isEqualTo(new Granted());
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> stood.intend(intent(1).withKey(key(1))))
        .withMessageContaining("taken to have ended");
    assertThat(entries(other)).isEmpty();
    stood.release(key(1));
    assertThat(stood.claim(key(1))).isEqualTo(new UnderWay());
    other.intend(intent(2).withKey(key(1)));
    assertThat(entries(other)).hasSize(1);
  }

  @Test
  void it_asks_no_more_under_a_key_whose_row_names_another_one_even_while_its_lease_lasts()
      throws Exception {
    stood.claim(key(1));
    // As where the clock of the server was set back after the key was taken.
    server.run("UPDATE " + schema + ".keys SET holder = holder + 1");
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> stood.intend(intent(1).withKey(key(1))));
    assertThat(entries(stood)).isEmpty();
  }

  @Test
  void it_asks_no_more_under_a_key_that_nobody_has_taken_yet_until_it_claims_it_again()
      throws Exception {
    stood.claim(key(1));
    Ledger other = standStill();
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> stood.intend(intent(1).withKey(key(1))));
    stood.release(key(1));
    assertThat(stood.claim(key(1))).isEqualTo(new Granted());
    stood.intend(intent(1).withKey(key(1)));
    assertThat(other.claim(key(1))).isEqualTo(new UnderWay());
  }

  @Test
  void a_key_is_not_granted_to_a_second_caller_of_it_while_the_first_one_is_still_there()
      throws Exception {
    stood.claim(key(1));
    Ledger unused = standStill();
    stood.intend(intent(5));
    assertThat(stood.claim(key(1))).isEqualTo(new UnderWay());
  }

  @Test
  void it_goes_on_as_another_owner_with_what_has_no_key() throws Exception {
    stood.intend(intent(1));
    Ledger other = standStill();
    stood.intend(intent(2));
    assertThat(entries(other))
        .containsExactly(
            new Entry(intent(1), Optional.empty(), false),
            new Entry(intent(2), Optional.empty(), true));
    assertThat(doubts(other)).containsExactly(id(1));
    assertThat(stood.claim(key(1))).isEqualTo(new Granted());
  }

  @Test
  void what_it_had_under_way_is_in_doubt_until_it_settles_it_and_says_that_it_is_late()
      throws Exception {
    stood.claim(key(1));
    stood.intend(intent(1).withKey(key(1)));
    Ledger other = standStill();
    assertThat(other.claim(key(1))).isEqualTo(new InDoubt(List.of(intent(1).withKey(key(1)))));
    try (CapturedLogs logs = CapturedLogs.open()) {
      stood.settle(settled(1, Charge.CHARGED));
      assertThat(logs.lines())
          .filteredOn(line -> line.contains("was in doubt until now"))
          .singleElement()
          .asString()
          .startsWith("WARN io.telproof.ledger.jdbc.JdbcLedger");
    }
    assertThat(server.value("SELECT late FROM " + schema + ".intents")).isEqualTo("t");
    assertThat(doubts(other)).isEmpty();
    stood.conclude(key(1), "KNOWN", receipt(), Optional.empty(), ALWAYS);
    assertThat(other.claim(key(1)))
        .isEqualTo(new KeyClaim.Concluded("KNOWN", receipt(), Optional.empty()));
  }

  @Test
  void what_it_tells_late_counts_more_than_a_persons_word() throws Exception {
    stood.claim(key(1));
    stood.intend(intent(1).withKey(key(1)));
    Ledger other = standStill();
    assertThat(other.dismiss(id(1))).isTrue();
    assertThat(other.claim(key(1))).isEqualTo(new Granted());
    stood.settle(settled(1, Charge.CHARGED));
    assertThat(entries(other).get(0).settlement()).contains(settled(1, Charge.CHARGED));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> stood.conclude(key(1), "KNOWN", receipt(), Optional.empty(), ALWAYS))
        .withMessageContaining("another process has the idempotency key");
    assertThat(stood.claim(key(1))).isEqualTo(new UnderWay());
  }

  @Test
  void whoever_takes_its_key_waits_for_an_intent_that_is_being_written_and_then_sees_it()
      throws Exception {
    stood.claim(key(1));
    try (Connection writing = server.connect()) {
      writing.setAutoCommit(false);
      IntentTable intents = new IntentTable(new Sql(schema));
      long owner = Long.parseLong(server.value("SELECT holder FROM " + schema + ".keys"));
      assertThat(intents.intend(writing, intent(1).withKey(key(1)), owner, true)).isTrue();
      Ledger other = standStill();
      CompletableFuture<KeyClaim> claim =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return other.claim(key(1));
                } catch (LedgerException e) {
                  throw new AssertionError(e);
                }
              });
      PostgresServer.until(() -> isWaitedFor());
      assertThat(claim).isNotDone();
      writing.commit();
      assertThat(claim.get()).isEqualTo(new InDoubt(List.of(intent(1).withKey(key(1)))));
    }
  }

  private boolean isWaitedFor() {
    try {
      return "1"
          .equals(
              server.value(
                  "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                      + " AND query LIKE '%"
                      + schema
                      + "%'"));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_lease_is_renewed_as_long_as_the_process_lives() throws Exception {
    try (Ledger alive =
        new JdbcLedgerFactory()
            .open(
                server.settings(schema, Duration.ofSeconds(30), PostgresServer.PATIENCE),
                Time.system())) {
      String until =
          "SELECT max(lease_until) FROM "
              + schema
              + ".owners WHERE lease_until < now() + interval '1 minute'";
      String first = server.value(until);
      PostgresServer.until(() -> !first.equals(valueOf(until)));
      assertThat(server.value("SELECT count(*) FROM " + schema + ".owners")).isEqualTo("2");
      alive.intend(intent(1));
    }
  }

  private String valueOf(String query) {
    try {
      return server.value(query);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
