package io.telproof.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom this process writes, and for how long it is taken to be alive. An owner whose lease has
 * ended never has one again: the process becomes another one. Thread-safe.
 */
final class Lease {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final Database database;
  private final long millis;
  private final String begin;
  private final String renew;
  private final String end;
  private volatile long owner;

  private Lease(Database database, Sql sql, Duration lease) {
    this.database = database;
    this.millis = lease.toMillis();
    this.begin =
        sql.of(
            """
            INSERT INTO @owners (lease_until)
            VALUES (clock_timestamp() + ? * interval '1 millisecond') RETURNING id""");
    this.renew =
        sql.of(
            """
            UPDATE @owners SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ? AND lease_until > clock_timestamp()""");
    this.end =
        sql.of(
            """
            UPDATE @owners SET lease_until = clock_timestamp()
            WHERE id = ? AND lease_until > clock_timestamp()""");
  }

  /** Begins one. */
  static Lease begin(Database database, Sql sql, Duration duration) throws SqlFailure {
    Lease lease = new Lease(database, sql, duration);
    lease.owner = lease.another();
    return lease;
  }

  private long another() throws SqlFailure {
    return database.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(begin)) {
            statement.setLong(1, millis);
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  /** As whom this process writes. */
  long owner() {
    return owner;
  }

  /** Says that this process is alive; where that comes too late, it becomes another owner. */
  void renew() throws SqlFailure {
    long now = owner;
    if (!database.run(connection -> renewed(connection, now))) {
      after(now);
    }
  }

  private boolean renewed(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(renew)) {
      statement.setLong(1, millis);
      statement.setLong(2, id);
      return statement.executeUpdate() == 1;
    }
  }

  /** The owner after one whose lease was seen to have ended. */
  synchronized long after(long ended) throws SqlFailure {
    if (owner == ended) {
      owner = another();
      LOG.warn(
          "this process was taken to have ended: it stood still, or could not reach the ledger's"
              + " PostgreSQL, for longer than its lease of {} s; what it had under way was in doubt,"
              + " and is settled late; keys that it held and had not asked under yet are lost to it",
          millis / 1000);
    }
    return owner;
  }

  /** Ends it at once. */
  void end() throws SqlFailure {
    long now = owner;
    int unused =
        database.run(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(end)) {
                statement.setLong(1, now);
                return statement.executeUpdate();
              }
            });
  }
}
