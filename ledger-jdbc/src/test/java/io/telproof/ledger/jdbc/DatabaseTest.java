package io.telproof.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for each connection. */
final class DatabaseTest {
  private final PostgresServer server = PostgresServer.shared();

  @ParameterizedTest
  @CsvSource({"off, on", "on, on", "local, local", "remote_apply, remote_apply"})
  void a_user_whose_commits_do_not_wait_for_the_disk_is_overruled_and_another_one_is_not(
      String set, String inForce) throws Exception {
    String user = PostgresServer.schema() + "_user";
    server.run(
        "CREATE ROLE " + user + " LOGIN",
        "ALTER ROLE " + user + " SET synchronous_commit = " + set);
    try (Database database = open(user)) {
      assertThat(setting(database, "synchronous_commit")).isEqualTo(inForce);
      assertThat(setting(database, "statement_timeout")).isEqualTo("1500ms");
      assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("1500ms");
    }
  }

  private Database open(String user) throws SqlFailure {
    return Database.open(
        PostgresServer.settings(
            server.url(),
            "telproof",
            user,
            "unused",
            Duration.ofSeconds(15),
            Duration.ofMillis(1500)),
        false);
  }

  private static String setting(Database database, String name) throws SqlFailure {
    return database.run(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            rows.next();
            return rows.getString(1);
          }
        });
  }
}
