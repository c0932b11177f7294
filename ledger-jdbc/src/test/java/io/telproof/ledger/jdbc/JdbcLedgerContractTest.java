package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ledger.LedgerContract;
import java.sql.SQLException;

final class JdbcLedgerContractTest extends LedgerContract {
  private final PostgresServer server = PostgresServer.shared();
  private final String schema = PostgresServer.schema();
  private final JdbcLedgerFactory factory = new JdbcLedgerFactory();

  @Override
  protected Ledger open(Time virtual) throws LedgerException {
    return factory.open(server.settings(schema), virtual);
  }

  @Override
  protected LedgerReader read(Time virtual) throws LedgerException {
    return factory.read(server.settings(schema), virtual);
  }

  /** Whatever a ledger that is closed would write, it can write nothing as an owner that ended. */
  @Override
  protected void end(Ledger ledger) throws SQLException {
    server.endLeases(schema);
    ledger.close();
  }
}
