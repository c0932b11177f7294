package io.telproof.ledger;

import io.telproof.Charge;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that writes until it is killed, and prints what it was told is kept. */
final class KilledWriter {
  private static final int THREADS = 8;

  private KilledWriter() {}

  /** Takes the directory and the first number. */
  public static void main(String[] arguments) throws Exception {
    FileLedger ledger =
        FileLedger.open(
            Questions.in(Path.of(arguments[0]), 50_000), Time.system(), SegmentFiles.ON_DISK);
    AtomicInteger numbers = new AtomicInteger(Integer.parseInt(arguments[1]));
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> write(ledger, numbers)).start();
    }
  }

  private static void write(FileLedger ledger, AtomicInteger numbers) {
    try {
      while (true) {
        int number = numbers.getAndIncrement();
        String key = Questions.key(number);
        if (!(ledger.claim(key) instanceof KeyClaim.Granted)) {
          throw new IllegalStateException("a new key is not granted");
        }
        ledger.intend(Questions.intent(number).withKey(key));
        System.out.println("intent " + number);
        ledger.settle(Questions.settled(number, Charge.CHARGED));
        System.out.println("settlement " + number);
        ledger.conclude(key, "KNOWN", Questions.receipt(number), Optional.empty(), Questions.START);
        System.out.println("conclusion " + number);
      }
    } catch (LedgerException e) {
      throw new IllegalStateException(e);
    }
  }
}
