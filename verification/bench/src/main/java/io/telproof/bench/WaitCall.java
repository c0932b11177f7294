package io.telproof.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Asks Tencent by Telproof without a ledger, each time after a wait of {@value #MICROS} µs: about
 * what a call with a ledger in files waits for its disk, and nothing else of a ledger. Thread-safe.
 */
public final class WaitCall implements Function<String, String> {
  static final long MICROS = 900;

  private final TelproofTencentCall call;

  /** A client of this address. */
  public WaitCall(String url) {
    this.call = new TelproofTencentCall(url);
  }

  @Override
  public String apply(String number) {
    LockSupport.parkNanos(this, TimeUnit.MICROSECONDS.toNanos(MICROS));
    return call.apply(number);
  }
}
