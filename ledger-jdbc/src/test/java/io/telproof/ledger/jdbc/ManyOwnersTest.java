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

import io.telproof.Charge;
import io.telproof.Sensitive;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.KeyClaim.Granted;
import io.telproof.spi.ledger.KeyClaim.OtherQuestion;
import io.telproof.spi.ledger.KeyClaim.UnderWay;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.time.Time;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What owners that are alive at the same time see of one another. */
final class ManyOwnersTest {
  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final List<Ledger> ledgers = new ArrayList<>();

  private Ledger open() throws LedgerException {
    Ledger ledger = new JdbcLedgerFactory().open(server.settings(schema), Time.system());
    ledgers.add(ledger);
    return ledger;
  }

  @AfterEach
  void close() {
    ledgers.forEach(Ledger::close);
  }

  @Test
  void of_four_owners_with_sixteen_threads_each_one_alone_is_granted_each_key() throws Exception {
    int keys = 40;
    List<Callable<List<KeyClaim>>> callers = new ArrayList<>();
    for (int owner = 0; owner < 4; owner++) {
      Ledger ledger = open();
      for (int thread = 0; thread < 16; thread++) {
        int first = owner * 16 + thread;
        callers.add(
            () -> {
              List<KeyClaim> claims = new ArrayList<>();
              for (int i = 0; i < keys; i++) {
                claims.add(ledger.claim(key((first + i) % keys)));
              }
              return claims;
            });
      }
    }
    List<KeyClaim> claims = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      for (Future<List<KeyClaim>> each : threads.invokeAll(callers)) {
        claims.addAll(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(claims).filteredOn(Granted.class::isInstance).hasSize(keys);
    assertThat(claims).filteredOn(UnderWay.class::isInstance).hasSize(keys * 63);
  }

  @Test
  void a_key_that_was_given_back_is_granted_to_one_of_those_who_wait_for_it() throws Exception {
    Ledger first = open();
    List<Ledger> others = List.of(open(), open(), open());
    for (int round = 0; round < 10; round++) {
      assertThat(first.claim(key(round))).isEqualTo(new Granted());
      for (Ledger other : others) {
        assertThat(other.claim(key(round))).isEqualTo(new UnderWay());
      }
      first.release(key(round));
      String key = key(round);
      List<Callable<KeyClaim>> claims = new ArrayList<>();
      others.forEach(other -> claims.add(() -> other.claim(key)));
      ExecutorService threads = Executors.newFixedThreadPool(claims.size());
      List<KeyClaim> told = new ArrayList<>();
      try {
        for (Future<KeyClaim> each : threads.invokeAll(claims)) {
          told.add(each.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(told).containsExactlyInAnyOrder(new Granted(), new UnderWay(), new UnderWay());
    }
  }

  @Test
  void what_one_owner_has_concluded_is_told_to_the_others() throws LedgerException {
    Ledger first = open();
    Ledger second = open();
    first.claim(key(1));
    first.intend(intent(1).withKey(key(1)));
    assertThat(second.claim(key(1))).isEqualTo(new UnderWay());
    first.settle(settled(1, Charge.CHARGED));
    assertThat(second.claim(key(1))).isEqualTo(new UnderWay());
    Optional<Sensitive> sealed = Optional.of(Sensitive.of("c2VhbGVk"));
    first.conclude(key(1), "KNOWN", receipt(), sealed, ALWAYS);
    assertThat(second.claim(key(1))).isEqualTo(new KeyClaim.Concluded("KNOWN", receipt(), sealed));
  }

  @Test
  void a_key_that_another_owner_has_for_another_question_is_told_as_such() throws LedgerException {
    Ledger first = open();
    Ledger second = open();
    first.claim(key(1, 1));
    assertThat(first.claim(key(1, 2))).isEqualTo(new OtherQuestion());
    assertThat(second.claim(key(1, 2))).isEqualTo(new OtherQuestion());
    first.release(key(1, 1));
    assertThat(second.claim(key(1, 2))).isEqualTo(new Granted());
    assertThat(first.claim(key(1, 1))).isEqualTo(new OtherQuestion());
    second.intend(intent(1).withKey(key(1, 2)));
    second.close();
    assertThat(first.claim(key(1, 1))).isEqualTo(new OtherQuestion());
    assertThat(first.claim(key(1, 2)))
        .isEqualTo(new KeyClaim.InDoubt(List.of(intent(1).withKey(key(1, 2)))));
  }

  @Test
  void what_an_owner_that_is_alive_has_under_way_is_in_doubt_for_nobody() throws LedgerException {
    Ledger first = open();
    Ledger second = open();
    first.intend(intent(1));
    assertThat(doubts(second)).isEmpty();
    assertThat(second.dismiss(id(1))).isFalse();
    assertThat(entries(second)).containsExactly(new Entry(intent(1), Optional.empty(), true));
    first.close();
    assertThat(doubts(second)).containsExactly(id(1));
    assertThat(second.dismiss(id(1))).isTrue();
  }

  @Test
  void an_owner_that_is_closed_holds_no_key_and_leaves_its_open_questions_in_doubt_at_once()
      throws LedgerException {
    Ledger first = open();
    Ledger second = open();
    first.claim(key(1));
    first.claim(key(2));
    first.intend(intent(2).withKey(key(2)));
    assertThat(second.claim(key(1))).isEqualTo(new UnderWay());
    first.close();
    assertThat(second.claim(key(1))).isEqualTo(new Granted());
    assertThat(second.claim(key(2)))
        .isEqualTo(new KeyClaim.InDoubt(List.of(intent(2).withKey(key(2)))));
  }

  @Test
  void a_key_whose_row_was_deleted_is_in_doubt_as_long_as_its_intents_are_there()
      throws LedgerException, SQLException {
    Ledger first = open();
    first.claim(key(1));
    first.intend(intent(1).withKey(key(1)));
    first.close();
    server.run("DELETE FROM " + schema + ".keys");
    assertThat(open().claim(key(1)))
        .isEqualTo(new KeyClaim.InDoubt(List.of(intent(1).withKey(key(1)))));
  }

  @Test
  void answers_whose_time_is_over_are_deleted_and_their_receipts_stay() throws Exception {
    Ledger ledger =
        new JdbcLedgerFactory()
            .open(
                server.settings(schema, Duration.ofSeconds(1), PostgresServer.PATIENCE),
                Time.system());
    ledgers.add(ledger);
    server.run(
        "INSERT INTO "
            + schema
            + ".keys (hash, question, outcome, provider, operation, charge, asked_at, elapsed_us, origin,"
            + " answer, answer_until) SELECT decode(lpad(to_hex(n), 32, '0'), 'hex'),"
            + " decode(lpad('1', 32, '0'), 'hex'), 'KNOWN', 'main', 'TestOperation', 'CHARGED', now(), 1, 'FRESH', 'c2VhbGVk',"
            + " now() + (n - 2) * interval '1 day' FROM generate_series(1, 3) n");
    PostgresServer.until(() -> "2".equals(count("answer IS NULL AND answer_until IS NULL")));
    assertThat(count("outcome = 'KNOWN'")).isEqualTo("3");
    assertThat(count("answer IS NOT NULL")).isEqualTo("1");
  }

  private String count(String what) {
    try {
      return server.value("SELECT count(*) FROM " + schema + ".keys WHERE " + what);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
