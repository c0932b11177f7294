package io.telproof.client.internal.ledger;

import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.client.Telproof;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of a client. It is closed once the client is, and once the last question has ended
 * that was under way then: what came of it is written all the same. That it cannot be written is
 * logged once, until it can again. Thread-safe.
 */
public final class OpenLedger {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);
  private static final String LEDGER = "the ledger";

  private final Ledger ledger;
  private final AtomicBoolean ill = new AtomicBoolean();
  private int users;
  private boolean closing;
  private boolean closed;

  OpenLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A question begins that may write; {@link #leave} ends it. */
  public synchronized void enter() {
    users++;
  }

  /** A question has ended that could write. */
  public synchronized void leave() {
    users--;
    closeUnlessUsed();
  }

  /** Closes it once nobody uses it any more. Twice does nothing. */
  public synchronized void close() {
    closing = true;
    closeUnlessUsed();
  }

  private void closeUnlessUsed() {
    if (closing && users == 0 && !closed) {
      closed = true;
      Callbacks.run(LEDGER, ledger::close, LOG);
    }
  }

  /** See {@link Ledger#intend}. */
  void intend(Intent intent) throws LedgerException {
    done(
        () -> {
          ledger.intend(intent);
          return intent;
        });
  }

  /** See {@link Ledger#claim}. */
  public KeyClaim claim(String key) throws LedgerException {
    return done(() -> ledger.claim(key));
  }

  /** See {@link Ledger#settle}. An answer is not lost for it: where it fails, that is logged. */
  void settle(Settlement settlement) {
    tried(
        () -> {
          ledger.settle(settlement);
          return settlement;
        });
  }

  /**
   * Settles an intent whose writing failed, so that it is in no doubt where it stands in the ledger
   * all the same. Most do not, and that this one could not be settled says nothing of the ledger.
   */
  void settleUncertain(Settlement settlement) {
    Callbacks.run(
        LEDGER,
        () -> {
          try {
            ledger.settle(settlement);
          } catch (LedgerException e) {
            LOG.debug("what was not written was not settled either: {}", e.getMessage());
          }
        },
        LOG);
  }

  /**
   * See {@link Ledger#conclude}. Where it fails, the key is given back, so that what was settled
   * under it decides.
   */
  public void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until) {
    boolean concluded =
        tried(
            () -> {
              ledger.conclude(key, outcome, receipt, answer, until);
              return key;
            });
    if (!concluded) {
      release(key);
    }
  }

  /** See {@link Ledger#release}. */
  public void release(String key) {
    tried(
        () -> {
          ledger.release(key);
          return key;
        });
  }

  /** What is done with a ledger. */
  @FunctionalInterface
  private interface Step<T> {
    T take() throws LedgerException;
  }

  private boolean tried(Step<?> step) {
    AtomicBoolean good = new AtomicBoolean();
    Callbacks.run(
        LEDGER,
        () -> {
          try {
            done(step);
            good.set(true);
          } catch (LedgerException e) {
            // It was logged.
          }
        },
        LOG);
    return good.get();
  }

  private <T> T done(Step<T> step) throws LedgerException {
    try {
      T result = step.take();
      if (ill.get() && ill.compareAndSet(true, false)) {
        LOG.info("the ledger can be written again");
      }
      return result;
    } catch (LedgerException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      // What was thrown may quote anything: its class is all that can be told.
      throw failed(new LedgerException("its keeper threw " + e.getClass().getName()));
    }
  }

  private LedgerException failed(LedgerException e) {
    if (ill.compareAndSet(false, true)) {
      LOG.warn("the ledger cannot be written: {}", e.getMessage());
    } else {
      LOG.debug("the ledger cannot be written: {}", e.getMessage());
    }
    return e;
  }
}
