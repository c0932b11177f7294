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
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the tables come about, and who may do what with them. */
final class MigrationsTest {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Pattern FILE = Pattern.compile("V([0-9]+)__[a-z_]+\\.sql");

  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final JdbcLedgerFactory factory = new JdbcLedgerFactory();

  private Ledger open() throws LedgerException {
    return factory.open(server.settings(schema), Time.system());
  }

  @Test
  void the_newest_version_is_that_of_the_newest_file() throws URISyntaxException {
    Path first = Path.of(JdbcLedgerFactory.class.getResource("V1__ledger.sql").toURI()).getParent();
    try (Stream<Path> files = Files.list(first)) {
      assertThat(
              files
                  .map(file -> FILE.matcher(String.valueOf(file.getFileName())))
                  .filter(Matcher::matches)
                  .mapToInt(file -> Integer.parseInt(file.group(1)))
                  .max())
          .hasValue(Migrations.NEWEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void processes_that_open_a_ledger_that_is_not_there_at_the_same_time_all_have_it()
      throws Exception {
    List<Callable<Ledger>> opening = List.of(this::open, this::open, this::open, this::open);
    ExecutorService threads = Executors.newFixedThreadPool(opening.size());
    List<Ledger> ledgers = new ArrayList<>();
    try {
      for (Future<Ledger> each : threads.invokeAll(opening)) {
        ledgers.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    for (int i = 0; i < ledgers.size(); i++) {
      ledgers.get(i).intend(intent(i));
    }
    assertThat(entries(ledgers.get(0))).hasSize(4);
    ledgers.forEach(Ledger::close);
  }

  @Test
  void what_stands_in_a_ledger_of_the_first_version_is_there_in_the_newest() throws Exception {
    new Migrations(server.settings(schema), 1).apply();
    server.run(
        "INSERT INTO " + schema + ".owners (lease_until) VALUES (now() - interval '1 hour')",
        "INSERT INTO "
            + schema
            + ".intents (id, at, check_type, provider, operation, subject, correlation_id, key,"
            + " question, owner) VALUES ('"
            + id(1)
            + "', '2026-01-01T00:00:00.001Z', 'tenure', 'main', 'TestOperation', '\\x"
            + id(9)
            + "', 'call-1', '\\x"
            + id(1)
            + "', '\\x"
            + id(0)
            + "', 1)",
        "INSERT INTO "
            + schema
            + ".keys (hash, question, holder) VALUES ('\\x"
            + id(1)
            + "', '\\x"
            + id(0)
            + "', 1)");
    try (Ledger ledger = open()) {
      assertThat(entries(ledger))
          .containsExactly(new Entry(intent(1).withKey(key(1)), Optional.empty(), false));
      assertThat(ledger.claim(key(1)))
          .isEqualTo(new KeyClaim.InDoubt(List.of(intent(1).withKey(key(1)))));
    }
    assertThat(server.value("SELECT max(version) FROM " + schema + ".ledger_migrations"))
        .isEqualTo(String.valueOf(Migrations.NEWEST));
  }

  @Test
  void who_is_older_than_the_tables_goes_on_with_them() throws Exception {
    open().close();
    server.run(
        "INSERT INTO "
            + schema
            + ".ledger_migrations SELECT installed_rank + 1, '99', description, type, script,"
            + " checksum, installed_by, installed_on, execution_time, success FROM "
            + schema
            + ".ledger_migrations ORDER BY installed_rank DESC LIMIT 1");
    try (Ledger ledger = open()) {
      ledger.intend(intent(1));
      assertThat(entries(ledger)).hasSize(1);
    }
  }

  @Test
  void a_schema_in_which_others_have_tables_is_taken_as_well() throws Exception {
    server.run("CREATE SCHEMA " + schema, "CREATE TABLE " + schema + ".theirs (id int)");
    try (Ledger ledger = open()) {
      ledger.intend(intent(1));
    }
    assertThat(server.value("SELECT count(*) FROM " + schema + ".theirs")).isEqualTo("0");
  }

  @Test
  void who_only_looks_makes_nothing_where_there_is_no_ledger() throws Exception {
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> factory.read(server.settings(schema), Time.system()))
        .withMessageContaining("42P01: the tables are not there; look at schema");
    assertThat(server.value("SELECT count(*) FROM pg_namespace WHERE nspname = '" + schema + "'"))
        .isEqualTo("0");
  }

  @Test
  void a_user_who_may_do_what_the_documentation_lists_can_do_everything_and_no_more_is_needed()
      throws Exception {
    open().close();
    String writer = schema + "_writer";
    String reader = schema + "_reader";
    server.run("CREATE ROLE " + writer + " LOGIN", "CREATE ROLE " + reader + " LOGIN");
    server.run(documented("GRANT", writer));
    server.run(
        "GRANT USAGE ON SCHEMA " + schema + " TO " + reader,
        "GRANT SELECT ON " + schema + ".owners, " + schema + ".intents TO " + reader);
    try (Ledger ledger = factory.open(as(writer), Time.system())) {
      ledger.claim(key(1));
      ledger.intend(intent(1).withKey(key(1)));
      ledger.settle(settled(1, Charge.CHARGED));
      ledger.conclude(key(1), "KNOWN", receipt(), Optional.empty(), ALWAYS);
      assertThat(ledger.claim(key(1))).isInstanceOf(KeyClaim.Concluded.class);
      ledger.claim(key(2));
      ledger.release(key(2));
      assertThat(ledger.claim(key(2))).isEqualTo(new KeyClaim.Granted());
      ledger.intend(intent(2));
    }
    try (Ledger ledger = factory.open(as(writer), Time.system())) {
      assertThat(ledger.dismiss(id(2))).isTrue();
    }
    assertThat(server.value(documented("SELECT", writer))).isEqualTo("main");
    try (LedgerReader looking = factory.read(as(reader), Time.system())) {
      assertThat(entries(looking)).hasSize(2);
      assertThat(doubts(looking)).isEmpty();
    }
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> factory.open(as(reader), Time.system()))
        .withMessageContaining("42501: the user lacks a right");
  }

  /** The SQL of the page that begins so, for the schema and the user of this test. */
  private String documented(String word, String user) throws IOException {
    return Pattern.compile("```sql\n(" + word + ".*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../docs/ledger.md")))
        .results()
        .map(block -> block.group(1))
        .findFirst()
        .orElseThrow()
        .replace("SCHEMA telproof", "SCHEMA " + schema)
        .replace("telproof.", schema + ".")
        .replace("2026-11-01", "2026-01-01")
        .replace("TO shop", "TO " + user);
  }

  @Test
  void a_user_who_may_not_make_the_tables_is_told_what_is_needed() throws Exception {
    String nobody = schema + "_nobody";
    server.run("CREATE ROLE " + nobody + " LOGIN");
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> factory.open(as(nobody), Time.system()))
        .withMessageContaining(
            "42501: the user lacks a right; to make or change the tables it needs")
        .withMessageNotContaining(nobody);
    server.run("CREATE SCHEMA " + schema, "GRANT USAGE ON SCHEMA " + schema + " TO " + nobody);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> factory.open(as(nobody), Time.system()))
        .withMessageContaining("the right to create in the schema");
    server.run("GRANT CREATE ON SCHEMA " + schema + " TO " + nobody);
    try (Ledger ledger = factory.open(as(nobody), Time.system())) {
      ledger.intend(intent(1));
    }
  }

  private JdbcLedgerSettings as(String user) {
    return PostgresServer.settings(
        server.url(), schema, user, "unused", LEASE, PostgresServer.PATIENCE);
  }
}
