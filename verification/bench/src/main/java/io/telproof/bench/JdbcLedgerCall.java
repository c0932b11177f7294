package io.telproof.bench;

import java.util.function.Function;

/**
 * Asks Tencent by Telproof with a ledger in the PostgreSQL of the URL that {@value #URL} says.
 * Thread-safe.
 */
public final class JdbcLedgerCall implements Function<String, String> {
  static final String URL = "telproof.bench.postgresql";

  private final TelproofTencentCall call;

  /** A client of this address. */
  public JdbcLedgerCall(String url) {
    this.call = new TelproofTencentCall(url, LedgerComparison.jdbc(System.getProperty(URL, "")));
  }

  @Override
  public String apply(String number) {
    return call.apply(number);
  }
}
