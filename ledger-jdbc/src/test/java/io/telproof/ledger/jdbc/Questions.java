package io.telproof.ledger.jdbc;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked in tests. */
final class Questions {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration ELAPSED = Duration.ofMillis(80);

  private Questions() {}

  static Intent intent(int number) {
    return Intent.of(
        id(number),
        START.plusMillis(number),
        CheckType.TENURE,
        "main",
        "TestOperation",
        id(9),
        new CallContext(Duration.ofSeconds(1), "call-" + number, Optional.empty()));
  }

  static Settlement settled(int number, Charge charge) {
    return new Settlement(
        id(number),
        START.plusMillis(number).plus(ELAPSED),
        Settlement.KNOWN,
        charge,
        Optional.of("0"),
        Optional.of("request-" + number),
        ELAPSED);
  }

  static Receipt receipt() {
    return Receipt.of("main", "TestOperation", Charge.CHARGED, START, ELAPSED);
  }

  static String id(int number) {
    return "%032x".formatted(number + 1);
  }

  static String key(int number) {
    return key(number, 0);
  }

  static String key(int number, int question) {
    return "%032x%032x".formatted(number + 1, question + 1);
  }

  static List<Entry> entries(LedgerReader ledger) throws LedgerException {
    List<Entry> shown = new ArrayList<>();
    ledger.entries(Instant.EPOCH, ALWAYS, shown::add);
    return shown;
  }

  static List<String> doubts(LedgerReader ledger) throws LedgerException {
    List<String> shown = new ArrayList<>();
    ledger.doubts(entry -> shown.add(entry.intent().id()));
    return shown;
  }
}
