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
import io.telproof.Sensitive;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.KeyClaim.Concluded;
import io.telproof.spi.ledger.KeyClaim.Granted;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.time.Time;
import io.telproof.testkit.CapturedLogs;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgresql-away")
final class PostgresAwayTest {
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final Optional<Sensitive> ANSWER = Optional.of(Sensitive.of("c2VhbGVk"));
  private static final AtomicInteger IDS = new AtomicInteger();

  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final List<Ledger> ledgers = new ArrayList<>();

  /** With a lease that may end while the server is away, or not. */
  private Ledger open() throws LedgerException {
    return open(server.settings(schema, Duration.ofSeconds(12), PostgresServer.PATIENCE));
  }

  private Ledger open(JdbcLedgerSettings settings) throws LedgerException {
    Ledger ledger = new JdbcLedgerFactory().open(settings, Time.system());
    ledgers.add(ledger);
    return ledger;
  }

  @AfterEach
  void close() {
    ledgers.forEach(Ledger::close);
  }

  @Test
  void a_server_that_is_killed_and_started_again_has_lost_nothing_and_no_key_is_asked_twice()
      throws Exception {
    int keys = 240;
    Map<Integer, Integer> asked = new ConcurrentHashMap<>();
    Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, keys).boxed().toList());
    Map<String, Boolean> written = new ConcurrentHashMap<>();
    List<Callable<Void>> callers = new ArrayList<>();
    for (Ledger ledger : List.of(open(), open())) {
      for (int thread = 0; thread < 4; thread++) {
        callers.add(
            () -> {
              for (Integer each = left.poll(); each != null; each = left.poll()) {
                int number = each;
                PostgresServer.until(() -> isDone(ledger, number, asked, written));
              }
              return null;
            });
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      List<Future<Void>> running = callers.stream().map(threads::submit).toList();
      PostgresServer.until(() -> written.size() > keys / 4);
      server.kill();
      server.startAgain();
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Ledger after = open();
    assertThat(entries(after).stream().map(entry -> entry.intent().id()))
        .containsAll(written.keySet());
    assertThat(asked).hasSize(keys);
    assertThat(asked.values()).containsOnly(1);
    for (int i = 0; i < keys; i++) {
      assertThat(after.claim(key(i))).isInstanceOf(Concluded.class);
    }
    assertThat(entries(after))
        .filteredOn(entry -> entry.settlement().isPresent())
        .filteredOn(entry -> entry.settlement().orElseThrow().charge() == Charge.CHARGED)
        .hasSize(keys);
  }

  /** One caller's way with a key; whether it came to an end. */
  private static boolean isDone(
      Ledger ledger, int number, Map<Integer, Integer> asked, Map<String, Boolean> written) {
    try {
      KeyClaim claim = ledger.claim(key(number));
      if (!(claim instanceof Granted)) {
        return claim instanceof Concluded;
      }
    } catch (LedgerException e) {
      return false;
    }
    int id = IDS.incrementAndGet();
    try {
      ledger.intend(intent(id).withKey(key(number)));
    } catch (LedgerException e) {
      release(ledger, number);
      return false;
    }
    written.put(id(id), true);
    asked.merge(number, 1, Integer::sum);
    try {
      ledger.settle(settled(id, Charge.CHARGED));
    } catch (LedgerException e) {
      // It is written later.
    }
    try {
      ledger.conclude(key(number), "KNOWN", receipt(), Optional.empty(), ALWAYS);
      return true;
    } catch (LedgerException e) {
      return false;
    }
  }

  private static void release(Ledger ledger, int number) {
    try {
      ledger.release(key(number));
    } catch (LedgerException e) {
      // It is given back later.
    }
  }

  @Test
  void what_came_of_a_question_meanwhile_is_written_once_it_is_back() throws Exception {
    Ledger ledger = open(server.settings(schema, Duration.ofSeconds(5), SHORT));
    ledger.claim(key(1));
    ledger.intend(intent(1).withKey(key(1)));
    ledger.intend(intent(2));
    try (CapturedLogs logs = CapturedLogs.open()) {
      server.kill();
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.settle(settled(1, Charge.CHARGED)))
          .withMessageContaining("the ledger's PostgreSQL cannot be asked (")
          .withMessageNotContainingAny("127.0.0.1", "postgres\"", "request-1");
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.conclude(key(1), "KNOWN", receipt(), ANSWER, ALWAYS));
      // As a caller does who cannot conclude.
      ledger.release(key(1));
      assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.intend(intent(3)));
      // It was not written: there is nothing that could be settled later.
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.settle(settled(3, Charge.FREE)))
          .withMessage("the ledger has no open intent of this id");
      assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.claim(key(2)));
      assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> doubts(ledger));
      server.startAgain();
      PostgresServer.until(() -> isConcluded(ledger));
      assertThat(logs.lines())
          .filteredOn(line -> line.contains("cannot be asked"))
          .first()
          .asString()
          .startsWith("WARN io.telproof.ledger.jdbc.Database");
      assertThat(logs.lines()).anyMatch(line -> line.contains("does what it is asked again"));
    }
    assertThat(entries(ledger).stream().filter(entry -> entry.intent().id().equals(id(1))))
        .singleElement()
        .extracting(Entry::settlement)
        .isEqualTo(Optional.of(settled(1, Charge.CHARGED)));
    ledger.settle(settled(2, Charge.FREE));
    assertThat(doubts(ledger)).isEmpty();
  }

  private static boolean isConcluded(Ledger ledger) {
    try {
      return ledger.claim(key(1)) instanceof Concluded concluded
          && concluded.answer().equals(ANSWER);
    } catch (LedgerException e) {
      return false;
    }
  }

  @Test
  void a_server_that_is_slow_is_not_waited_for_and_a_key_that_was_perhaps_granted_is_given_back()
      throws Exception {
    Ledger ledger = open(server.settings(schema, Duration.ofSeconds(5), SHORT));
    Ledger other = open();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      boolean unused = statement.execute("LOCK TABLE " + schema + ".keys IN EXCLUSIVE MODE");
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.claim(key(1)))
          .withMessageContaining("(57014: it took too long)");
      connection.rollback();
    }
    PostgresServer.until(
        () -> {
          try {
            return other.claim(key(1)) instanceof Granted;
          } catch (LedgerException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void an_intent_that_is_perhaps_there_is_free_once_its_key_is_given_back() throws Exception {
    Ledger ledger = open(server.settings(schema, Duration.ofMinutes(10), SHORT));
    ledger.claim(key(1));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      boolean unused = statement.execute("LOCK TABLE " + schema + ".intents IN EXCLUSIVE MODE");
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.intend(intent(1).withKey(key(1))));
      connection.rollback();
    }
    ledger.release(key(1));
    assertThat(entries(ledger))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.intent()).isEqualTo(intent(1).withKey(key(1)));
              assertThat(entry.settlement().orElseThrow().charge()).isEqualTo(Charge.FREE);
            });
    assertThat(ledger.claim(key(1))).isEqualTo(new Granted());
  }

  @Test
  void a_question_that_was_sent_without_an_intent_has_one_once_it_is_settled() throws Exception {
    Ledger ledger = open(server.settings(schema, Duration.ofMinutes(10), SHORT));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      boolean unused = statement.execute("LOCK TABLE " + schema + ".intents IN EXCLUSIVE MODE");
      assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.intend(intent(1)));
      connection.rollback();
    }
    ledger.settle(settled(1, Charge.CHARGED));
    assertThat(entries(ledger))
        .containsExactly(new Entry(intent(1), Optional.of(settled(1, Charge.CHARGED)), true));
  }

  @Test
  void a_wrong_password_is_told_as_such_and_neither_it_nor_the_user_is() throws Exception {
    server.run("CREATE ROLE guarded LOGIN PASSWORD 'a-secret-word'");
    server.guard("guarded");
    JdbcLedgerSettings wrong =
        PostgresServer.settings(
            server.url(), schema, "guarded", "another-word", SHORT, PostgresServer.PATIENCE);
    try (CapturedLogs logs = CapturedLogs.open()) {
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> open(wrong))
          .withMessageContaining("28P01: it refuses the user or the password")
          .withMessageContaining("look at user and password in telproof.ledger")
          .withMessageNotContainingAny("another-word", "guarded", "127.0.0.1")
          .withNoCause();
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> new JdbcLedgerFactory().read(wrong, Time.system()))
          .withMessageContaining("28P01")
          .withMessageNotContainingAny("another-word", "guarded");
      assertThat(logs.lines()).noneMatch(line -> line.contains("another-word"));
    }
  }

  @Test
  void a_port_on_which_nobody_listens_is_told_as_such() throws Exception {
    JdbcLedgerSettings nowhere =
        PostgresServer.settings(
            "jdbc:postgresql://127.0.0.1:" + PostgresServer.freePort() + "/telproof",
            schema,
            "telproof",
            "a-secret-word",
            SHORT,
            PostgresServer.PATIENCE);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> open(nowhere))
        .withMessageContaining("no connection: nothing listens there")
        .withMessageNotContaining("a-secret-word")
        .withNoCause();
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> new JdbcLedgerFactory().read(nowhere, Time.system()))
        .withMessageContaining("no connection: nothing listens there");
  }

  @Test
  void a_server_that_accepts_and_says_nothing_is_not_waited_for() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      JdbcLedgerSettings settings =
          PostgresServer.settings(
              "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/telproof",
              schema,
              "telproof",
              "a-secret-word",
              SHORT,
              SHORT);
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> open(settings))
          .withMessageContaining("no reply in time");
    }
  }

  @Test
  void a_database_that_is_not_there_is_told_as_such() {
    JdbcLedgerSettings settings =
        PostgresServer.settings(
            server.url() + "_of_nobody", schema, "postgres", "unused", SHORT, SHORT);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> open(settings))
        .withMessageContaining("3D000: it has no such database; look at url")
        .withMessageNotContaining("of_nobody");
  }

  @Test
  void what_is_refused_for_what_it_is_tells_nothing_of_its_values() throws Exception {
    Ledger ledger = open();
    ledger.intend(intent(1));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.intend(intent(1)))
        .withMessage(
            "the ledger's PostgreSQL does not take what is to be written"
                + " (23505: it is there already)")
        .withNoCause();
    ledger.settle(settled(1, Charge.CHARGED));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.settle(settled(1, Charge.FREE)));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.settle(settled(2, Charge.FREE)))
        .withMessage("the ledger has no open intent of this id");
  }
}
