package io.telproof.ledger.jdbc;

import io.telproof.Sensitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where PostgreSQL is, and how long it is waited for.
 *
 * @param url where PostgreSQL is
 * @param user the user, who is not shown; that of the operating system unless said
 * @param password of that user
 * @param schema the schema of the tables; {@code telproof} unless said
 * @param connections how many connections this process has at the most, 1 to 200; 10 unless said:
 *     more do not write more
 * @param lease how long a process that nothing is heard of is taken to be alive, 1 s to 10 minutes,
 *     15 s unless said
 * @param connectTimeout how long a connection is waited for, of the pool or a new one, 1 s to 1
 *     minute; 3 s unless said
 * @param commandTimeout after how long without a reply PostgreSQL is taken to be away, 1 s to 1
 *     minute; 5 s unless said
 */
record JdbcLedgerSettings(
    PostgresUrl url,
    Optional<Sensitive> user,
    Optional<Sensitive> password,
    Optional<String> schema,
    Optional<Integer> connections,
    Optional<Duration> lease,
    Optional<Duration> connectTimeout,
    Optional<Duration> commandTimeout) {
  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String USUAL_SCHEMA = "telproof";
  private static final int USUAL_CONNECTIONS = 10;
  private static final int MOST_CONNECTIONS = 200;
  private static final Duration USUAL_LEASE = Duration.ofSeconds(15);
  private static final Duration LONGEST_LEASE = Duration.ofMinutes(10);
  private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration USUAL_COMMAND_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

  /** What is in force unless said, as it would be written. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "schema",
          USUAL_SCHEMA,
          "connections",
          String.valueOf(USUAL_CONNECTIONS),
          "lease",
          USUAL_LEASE.toSeconds() + "s",
          "connect-timeout",
          USUAL_CONNECT_TIMEOUT.toSeconds() + "s",
          "command-timeout",
          USUAL_COMMAND_TIMEOUT.toSeconds() + "s");

  /**
   * Checks what can be checked without PostgreSQL.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  JdbcLedgerSettings {
    List<String> wrong = new ArrayList<>();
    if (password.isPresent() && user.isEmpty()) {
      wrong.add("password needs user as well");
    }
    if (schema.filter(each -> !SCHEMA.matcher(each).matches()).isPresent()) {
      wrong.add("schema must be 1 to 63 of a-z, 0-9 and _, and not begin with a digit");
    } else if (schema.filter(each -> each.startsWith("pg_")).isPresent()) {
      wrong.add("schema must not begin with pg_, which is for PostgreSQL itself");
    }
    if (connections.filter(each -> each < 1 || each > MOST_CONNECTIONS).isPresent()) {
      wrong.add("connections must be 1 to " + MOST_CONNECTIONS);
    }
    if (outside(lease.orElse(USUAL_LEASE), LONGEST_LEASE)) {
      wrong.add("lease must be 1 s to 10 minutes");
    }
    if (outside(connectTimeout.orElse(USUAL_CONNECT_TIMEOUT), LONGEST_TIMEOUT)) {
      wrong.add("connect-timeout must be 1 s to 1 minute");
    }
    if (outside(commandTimeout.orElse(USUAL_COMMAND_TIMEOUT), LONGEST_TIMEOUT)) {
      wrong.add("command-timeout must be 1 s to 1 minute");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static boolean outside(Duration value, Duration most) {
    return value.compareTo(SHORTEST) < 0 || value.compareTo(most) > 0;
  }

  String schemaName() {
    return schema.orElse(USUAL_SCHEMA);
  }

  int mostConnections() {
    return connections.orElse(USUAL_CONNECTIONS);
  }

  Duration leaseTime() {
    return lease.orElse(USUAL_LEASE);
  }

  Duration longestConnect() {
    return connectTimeout.orElse(USUAL_CONNECT_TIMEOUT);
  }

  Duration longestCommand() {
    return commandTimeout.orElse(USUAL_COMMAND_TIMEOUT);
  }
}
