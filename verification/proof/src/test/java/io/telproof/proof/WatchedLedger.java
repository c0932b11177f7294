package io.telproof.proof;

import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger of which all is taken down that a keeper is given to write. */
final class WatchedLedger implements Ledger {
  private final Ledger ledger;
  private final Capture capture;

  WatchedLedger(Ledger ledger, Capture capture) {
    this.ledger = ledger;
    this.capture = capture;
  }

  @Override
  public void intend(Intent intent) throws LedgerException {
    capture.note(Channel.LEDGER, intent);
    ledger.intend(intent);
  }

  @Override
  public void settle(Settlement settlement) throws LedgerException {
    capture.note(Channel.LEDGER, settlement);
    ledger.settle(settlement);
  }

  @Override
  public KeyClaim claim(String key) throws LedgerException {
    capture.note(Channel.LEDGER, key);
    KeyClaim claim = ledger.claim(key);
    capture.note(Channel.PRINTED, claim);
    return claim;
  }

  @Override
  public void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      throws LedgerException {
    capture.note(Channel.LEDGER, key + outcome + receipt + until);
    answer.ifPresent(text -> capture.note(Channel.LEDGER, text.reveal()));
    ledger.conclude(key, outcome, receipt, answer, until);
  }

  @Override
  public void release(String key) throws LedgerException {
    capture.note(Channel.LEDGER, key);
    ledger.release(key);
  }

  @Override
  public boolean dismiss(String id) throws LedgerException {
    return ledger.dismiss(id);
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
    ledger.entries(from, until, shown);
  }

  @Override
  public void doubts(Consumer<Entry> shown) throws LedgerException {
    ledger.doubts(shown);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
