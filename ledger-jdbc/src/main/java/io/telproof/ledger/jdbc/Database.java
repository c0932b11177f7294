package io.telproof.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.telproof.Sensitive;
import io.telproof.ledger.jdbc.SqlFailure.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one process to PostgreSQL. Whoever asks waits no longer than the settings say.
 * Thread-safe.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String NAME = "telproof-ledger";

  /** So much later than the server gives up by itself: then its own word is heard. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /**
   * What holds for each connection. A statement, or a transaction that nobody goes on with, is
   * ended by the server as well, so that a process that stands still locks nobody out. A database
   * or a user whose commits do not wait for the disk are overruled: an intent must.
   */
  private static final String SESSION =
      """
      SELECT set_config('statement_timeout', '%1$d', false),
             set_config('idle_in_transaction_session_timeout', '%1$d', false),
             set_config('synchronous_commit',
               CASE current_setting('synchronous_commit')
                 WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)""";

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final HikariDataSource pool;
  private final AtomicBoolean away = new AtomicBoolean();

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens the pool, with one connection. */
  static Database open(JdbcLedgerSettings settings, boolean readOnly) throws SqlFailure {
    HikariConfig config = new HikariConfig();
    config.setPoolName(NAME);
    config.setDataSource(source(settings));
    config.setMaximumPoolSize(settings.mostConnections());
    config.setMinimumIdle(1);
    config.setReadOnly(readOnly);
    config.setConnectionTimeout(settings.longestConnect().toMillis());
    config.setValidationTimeout(settings.longestConnect().toMillis());
    config.setConnectionInitSql(SESSION.formatted(settings.longestCommand().toMillis()));
    try {
      return new Database(new HikariDataSource(config));
    } catch (RuntimeException e) {
      throw told(e, Effect.NONE);
    }
  }

  /** What makes a connection, without a pool and without limits of a session. */
  static PGSimpleDataSource source(JdbcLedgerSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setApplicationName(NAME);
    source.setUrl(settings.url().text());
    settings.user().map(Sensitive::reveal).ifPresent(source::setUser);
    settings.password().map(Sensitive::reveal).ifPresent(source::setPassword);
    source.setCurrentSchema(settings.schemaName());
    source.setConnectTimeout(seconds(settings.longestConnect()));
    source.setSocketTimeout(seconds(settings.longestCommand().plus(MARGIN)));
    source.setTcpKeepAlive(true);
    // Details of an error quote the values of a row.
    source.setLogServerErrorDetail(false);
    return source;
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.plusMillis(999).toSeconds());
  }

  /**
   * Does something in which each statement is a commit of its own. A thread that is interrupted
   * does it as any other, and stays interrupted.
   */
  <T> T run(Work<T> work) throws SqlFailure {
    boolean interrupted = Thread.interrupted();
    try {
      Connection connection;
      try {
        connection = pool.getConnection();
      } catch (SQLException e) {
        if (!isInterrupt(e)) {
          throw failed(e, Effect.NONE);
        }
        interrupted = true;
        // It may have set the flag again.
        boolean unused = Thread.interrupted();
        connection = connection();
      }
      return with(connection, work);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Connection connection() throws SqlFailure {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw failed(e, Effect.NONE);
    }
  }

  private static boolean isInterrupt(SQLException failure) {
    return FailureReason.causes(failure).stream().anyMatch(InterruptedException.class::isInstance);
  }

  private <T> T with(Connection connection, Work<T> work) throws SqlFailure {
    T result;
    try {
      result = work.with(connection);
    } catch (SQLException e) {
      throw failed(e, FailureReason.isRefusal(e) ? Effect.REFUSED : Effect.POSSIBLE);
    } finally {
      close(connection);
    }
    if (away.get() && away.getAndSet(false)) {
      LOG.info("the ledger's PostgreSQL does what it is asked again");
    }
    return result;
  }

  /** Does something that is one commit, at READ COMMITTED. */
  <T> T transact(Work<T> work) throws SqlFailure {
    return run(
        connection -> {
          connection.setAutoCommit(false);
          T result = work.with(connection);
          connection.commit();
          return result;
        });
  }

  /** Gives it back to the pool, which rolls back what is left undone. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // What was to be done is done or has failed; the pool lets go of a broken connection.
    }
  }

  /** Says once that it is away. */
  private SqlFailure failed(SQLException failure, Effect effect) {
    SqlFailure told = told(failure, effect);
    if (effect == Effect.REFUSED || !away.getAndSet(true)) {
      LOG.warn("{}", told.getMessage());
    }
    return told;
  }

  private static SqlFailure told(Exception failure, Effect effect) {
    return new SqlFailure(
        "the ledger's PostgreSQL "
            + (effect == Effect.REFUSED
                ? "does not take what is to be written ("
                : "cannot be asked (")
            + FailureReason.of(failure)
            + ")",
        effect);
  }

  @Override
  public void close() {
    pool.close();
  }
}
