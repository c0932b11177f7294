package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import java.util.Map;

/**
 * Keeps a ledger in PostgreSQL, for all processes that share it: {@code telproof.ledger.kept =
 * jdbc}. Thread-safe.
 *
 * <p>What is promised, as long as PostgreSQL keeps what it has committed:
 *
 * <ul>
 *   <li>What was written is there, also where this process, the server or its machine end at the
 *       next moment: each write is a commit that PostgreSQL has brought to its disk.
 *   <li>A key is granted to one caller of one process. A process is alive as long as it renews its
 *       lease, by the server's clock. One that stood still for longer than its lease cannot write
 *       an intent under a key that it held: another process may have the key by now. What it had
 *       asked before is in doubt until it settles it, which it still can.
 *   <li>Where PostgreSQL cannot be asked, nothing waits for longer than the time-outs say, and a
 *       {@link LedgerException} tells why. What came of questions that were under way is written
 *       once it is back, as long as this process lives.
 * </ul>
 */
public final class JdbcLedgerFactory implements LedgerFactory<JdbcLedgerSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public JdbcLedgerFactory() {}

  @Override
  public String kept() {
    return "jdbc";
  }

  @Override
  public Class<JdbcLedgerSettings> settings() {
    return JdbcLedgerSettings.class;
  }

  @Override
  public Map<String, String> defaults() {
    return JdbcLedgerSettings.DEFAULTS;
  }

  @Override
  public Ledger open(JdbcLedgerSettings settings, Time time) throws LedgerException {
    return JdbcLedger.open(settings, time);
  }

  @Override
  public LedgerReader read(JdbcLedgerSettings settings, Time time) throws LedgerException {
    return JdbcLedgerReader.open(settings);
  }
}
