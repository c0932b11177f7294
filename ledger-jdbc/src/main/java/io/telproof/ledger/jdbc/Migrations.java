package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.LedgerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The tables, made and changed by Flyway. A version is only ever added: who opens an older one
 * brings it to the newest, and who is older than the tables goes on with them.
 */
final class Migrations {
  /** The version of the newest file beside this class. */
  static final int NEWEST = 1;

  private static final String HISTORY = "ledger_migrations";
  private static final String LOCATION = "classpath:io/telproof/ledger/jdbc";
  private static final String UNKNOWN_TABLE = "42P01";
  private static final String MISSING_RIGHT = "42501";

  /** Of Telproof's ledger: processes that open it at the same time migrate one after the other. */
  private static final long LOCK = 0x74656C70726F6F66L;

  private final JdbcLedgerSettings settings;
  private final int target;

  Migrations(JdbcLedgerSettings settings, int target) {
    this.settings = settings;
    this.target = target;
  }

  /** Brings the tables to the newest version. */
  static void apply(JdbcLedgerSettings settings) throws LedgerException {
    new Migrations(settings, NEWEST).apply();
  }

  /**
   * Brings the tables to the version, where they are older. Where they are not it needs no right
   * but to read, and loads nothing of Flyway.
   */
  void apply() throws LedgerException {
    PGSimpleDataSource source = Database.source(settings);
    try (Connection connection = source.getConnection()) {
      if (version(connection) >= target) {
        return;
      }
      // Making the schema is not under Flyway's own lock. With this connection it ends by itself.
      connection.setNetworkTimeout(Runnable::run, 0);
      try (PreparedStatement lock =
          connection.prepareStatement(
              "SELECT set_config('lock_timeout', '60000', false), pg_advisory_lock(?)")) {
        lock.setLong(1, LOCK);
        lock.execute();
      }
      if (version(connection) < target) {
        createSchema(connection);
        migrate();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The version of the tables that are there; 0 where there are none. */
  private int version(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT max(version::int) FROM \""
                    + settings.schemaName()
                    + "\"."
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      if (UNKNOWN_TABLE.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }

  /** Flyway itself would try again for ten seconds where the user may not. */
  private void createSchema(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = ?")) {
      statement.setString(1, settings.schemaName());
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          if (!rows.getBoolean(1)) {
            throw new SQLException("the user may not create in the schema", MISSING_RIGHT);
          }
          return;
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      int unused = statement.executeUpdate("CREATE SCHEMA \"" + settings.schemaName() + '"');
    }
  }

  private void migrate() throws LedgerException {
    // A change of a large table takes as long as it takes.
    PGSimpleDataSource source = Database.source(settings);
    source.setSocketTimeout(0);
    FluentConfiguration flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations(LOCATION)
            .target(String.valueOf(target))
            .defaultSchema(settings.schemaName())
            .schemas(settings.schemaName())
            .createSchemas(false)
            .table(HISTORY)
            // A schema in which others have tables is taken as well.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholderReplacement(false)
            .cleanDisabled(true);
    try {
      flyway.load().migrate();
    } catch (FlywayException e) {
      throw failed(e);
    }
  }

  private LedgerException failed(Exception failure) {
    String right =
        FailureReason.state(failure).filter(MISSING_RIGHT::equals).isPresent()
            ? "; to make or change the tables it needs the right to create in the schema, or in the"
                + " database where the schema is not there"
            : "";
    return new LedgerException(
        "the ledger in PostgreSQL cannot be opened, schema "
            + settings.schemaName()
            + " ("
            + FailureReason.of(failure)
            + right
            + ")");
  }
}
